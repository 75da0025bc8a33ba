import { definitionOf, fieldNamed, type Catalog } from "../index/catalog.ts";
import type { TypeDefinition } from "../index/definition.ts";
import { sortsTogether } from "../index/order.ts";
import type { FieldKind } from "../index/schema.ts";
import type { Scope } from "../index/scope.ts";
import { ownName, SHARED_NAMES } from "../index/shared.ts";

/** A field as one type has it: `field` is what the type itself calls it, where that is another name. */
type Having = {
  readonly type: string;
  readonly kind: FieldKind;
  readonly facetable: boolean;
  readonly searchable: boolean;
  readonly refers_to?: string;
  readonly nested?: string;
  readonly field?: string;
};

export type FieldShown = {
  readonly name: string;
  readonly shared: boolean;
  readonly sortable: boolean;
  readonly resource_types: readonly Having[];
};

/** Every name that queries may use in a type: its fields, entries of open maps offered as facets, shared names. */
const namesIn = (definition: TypeDefinition): string[] => [
  ...Object.entries(definition.schema).flatMap(([name, { facets }]) => [
    name,
    ...facets.map((entry) => `${name}.${entry}`),
  ]),
  ...Object.keys(definition.shared ?? {}),
];

/** The field that a name means in a type, told; undefined where there is none for this caller. */
function having(
  definition: TypeDefinition,
  name: string,
  scope: Scope,
  tellable: (type: string) => boolean,
): Having | undefined {
  const named = fieldNamed(definition, name, scope);
  if (!named) return undefined;
  const { field, open } = named;
  const own = ownName(definition, name);
  return {
    type: definition.type,
    kind: open ? "keyword" : field.kind,
    facetable: open || field.facet,
    searchable: field.weight > 0,
    ...(field.refersTo !== undefined && tellable(field.refersTo) ? { refers_to: field.refersTo } : {}),
    ...(field.within === undefined ? {} : { nested: field.within }),
    ...(own === undefined ? {} : { field: own }),
  };
}

const SHARED: ReadonlySet<string> = new Set(SHARED_NAMES);

/** The fields of these types that the caller may know of, by name. `tellable` are the types that may be named to it. */
export function fieldsShown(
  catalog: Catalog,
  types: readonly string[],
  scope: Scope,
  tellable: (type: string) => boolean,
): FieldShown[] {
  const definitions = types.map((type) => definitionOf(catalog, type));
  const names = [...new Set(definitions.flatMap(namesIn))].toSorted();
  return names.flatMap((name): FieldShown[] => {
    const resource_types = definitions.flatMap((definition) => having(definition, name, scope, tellable) ?? []);
    if (resource_types.length === 0) return [];
    const values = resource_types.some(({ kind }) => kind !== "nested");
    const sortable = values && sortsTogether(catalog, types, name, scope);
    return [{ name, shared: SHARED.has(name), sortable, resource_types }];
  });
}
