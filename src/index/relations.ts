import { definitionOf, fieldNamed, type Catalog } from "./catalog.ts";
import type { Scope } from "./scope.ts";

/** A field of one type whose values are ids of another. */
export type Relation = { readonly from: string; readonly field: string; readonly to: string };

/** The relations that fields of these types declare, as far as this caller knows the fields. */
export const relationsOf = (catalog: Catalog, types: readonly string[], scope: Scope): Relation[] =>
  types.flatMap((from) => {
    const definition = definitionOf(catalog, from);
    return Object.entries(definition.schema).flatMap(([field, { refersTo: to }]) =>
      to !== undefined && fieldNamed(definition, field, scope) ? [{ from, field, to }] : [],
    );
  });
