import { fieldNamed, fieldsFor } from "../catalog.ts";
import type { TypeDefinition } from "../definition.ts";
import type { FieldKind } from "../schema.ts";
import type { Scope } from "../scope.ts";
import { ownName } from "../shared.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * A key of a type's entries whose texts complete what is typed. `field` is what callers call it; `lead` stands before each
 * text: an open map's names are fields behind its own.
 */
export type Source = {
  readonly kind: Suggestion["kind"];
  readonly key: string;
  readonly field: string;
  readonly lead: string;
  readonly admin: boolean;
};

const TEXTS: ReadonlySet<FieldKind> = new Set(["text", "keyword"]);

/** The name that a field has in all types, if it has one, else its own. */
const calledIn = ({ shared = {} }: TypeDefinition, key: string): string =>
  Object.entries(shared).find(([, own]) => own === key)?.[0] ?? key;

const sources = new WeakMap<TypeDefinition, readonly Source[]>();

/** The keys of a type that are completed from: what resources are called, names in open maps, values of facets. */
export function sourcesOf(definition: TypeDefinition): readonly Source[] {
  const known = sources.get(definition) ?? sourcesIn(definition);
  sources.set(definition, known);
  return known;
}

function sourcesIn(definition: TypeDefinition): Source[] {
  const { schema } = definition;
  const name = ownName(definition, "name") ?? "name";
  return Object.entries(schema).flatMap(([key, { kind, facet, facets, admin }]): Source[] => {
    const field = calledIn(definition, key);
    const value = (of: string): Source => ({ kind: "value", key: of, field: of, lead: "", admin });
    if (kind === "open")
      return [{ kind: "field", key, field, lead: `${key}.`, admin }, ...facets.map((one) => value(`${key}.${one}`))];
    if (!TEXTS.has(kind)) return [];
    if (key === name) return [{ kind: "name", key, field: "name", lead: "", admin }];
    return facet ? [{ ...value(key), field }] : [];
  });
}

/** The names of a type's fields that this caller may know, but for what a hit is rather than says. */
export const fieldTexts = (definition: TypeDefinition, scope: Scope): string[] => {
  const names = [...fieldsFor(definition, scope), ...Object.keys(definition.shared ?? {})];
  const known = names.map((name) => fieldNamed(definition, name, scope)?.as).filter((name) => name !== undefined);
  return [...new Set(known)].filter((name) => !name.startsWith("_"));
};
