import type { BoundQuery, WeightedKey } from "../bound.ts";
import { fieldNamed, weightedFields, type NamedField } from "../catalog.ts";
import type { TypeDefinition } from "../definition.ts";
import { ADMIN_WORDS, ANY_WORDS } from "../entry.ts";
import type { Scope } from "../scope.ts";

/** What a name is bound to that means nothing here. */
export const NONE: BoundQuery = { kind: "none" };

/** What a query is bound to: a type for a caller; `within`, the objects of a nested field, of which nothing else is known. */
export type Binder = { readonly definition: TypeDefinition; readonly scope: Scope; readonly within?: string };

/** The field that a name means here (see `fieldNamed`). */
export function fieldHere({ definition, scope, within }: Binder, name: string): NamedField | undefined {
  const found = fieldNamed(definition, name, scope);
  return within === undefined || found?.field.within === within ? found : undefined;
}

/** Where free text looks: everywhere once, and again in the fields where a match counts for more. */
export const anywhere = (binder: Binder): WeightedKey[] => [
  ...weightedFields(binder.definition).filter(({ key }) => fieldHere(binder, key) !== undefined),
  { key: ANY_WORDS, weight: 1 },
  ...(binder.scope.admin ? [{ key: ADMIN_WORDS, weight: 1 }] : []),
];
