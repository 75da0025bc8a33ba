import { SearchlightError } from "../errors.ts";
import type { TypeDefinition } from "./definition.ts";
import { flatSchema } from "./nested.ts";
import type { Field, Schema } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { assertShared, ownName } from "./shared.ts";

/** Every resource type that this service knows, by name. */
export type Catalog = ReadonlyMap<string, TypeDefinition>;

/** Fields that every type has besides its own: what a hit is, rather than what the resource says. */
const IDENTITY: Field = { kind: "keyword", weight: 0, facet: false, facets: [], admin: false };

/**
 * When a resource changed is in its version and its place, and what hides it in what is found: both are seen by all who see
 * the resource, so neither may be an administrators' field.
 */
function assertTold({ type, schema, changed = [], hiddenBy }: TypeDefinition): void {
  const names = hiddenBy === undefined ? changed : [...changed, hiddenBy];
  const wrong = names.find((name) => Object.hasOwn(schema, name) && schema[name]!.admin);
  if (wrong === undefined) return;
  const message = `resource type '${type}': '${wrong}' is an administrators' field, and 'changed' or 'hiddenBy' would tell of it`;
  throw new SearchlightError("bad-configuration", message);
}

/**
 * A catalogue of these types, the fields of nested ones among theirs (see `flatSchema`). A type named twice is an error, and so
 * is a name of a field that does not do.
 */
export function catalogOf(definitions: readonly TypeDefinition[]): Catalog {
  const catalog = new Map<string, TypeDefinition>();
  for (const told of definitions) {
    const definition = { ...told, schema: flatSchema(told.type, told.schema) };
    if (catalog.has(definition.type)) {
      throw new SearchlightError("bad-configuration", `resource type '${definition.type}' is defined twice`);
    }
    assertShared(definition);
    assertTold(definition);
    catalog.set(definition.type, definition);
  }
  return catalog;
}

/** The definition of a type that is known to be there. */
export function definitionOf(catalog: Catalog, type: string): TypeDefinition {
  const definition = catalog.get(type);
  if (!definition)
    throw new SearchlightError("unknown-type", `Resource type '${type}' is not in the list of enabled plugins`);
  return definition;
}

/** The types whose existence this caller may know, sorted by name. */
export const typesFor = (catalog: Catalog, scope: Scope): string[] =>
  [...catalog.values()]
    .filter(({ access }) => scope.admin || !access.adminOnly)
    .map(({ type }) => type)
    .toSorted();

/**
 * A field as a query names it: its key in an entry, what it is, and whether it is an entry of an open map. `as` is what it
 * is called in all types: the shared name, if the query used that one, else its key.
 */
export type NamedField = {
  readonly key: string;
  readonly field: Field;
  readonly open: boolean;
  readonly as: string;
};

type OpenFields = readonly (readonly [name: string, field: Field])[];

const openFieldsOf = new WeakMap<Schema, OpenFields>();

/** The open maps of a schema, gathered once: a search with facets asks some hundred times. */
function openFields(schema: Schema): OpenFields {
  const open = openFieldsOf.get(schema) ?? Object.entries(schema).filter(([, { kind }]) => kind === "open");
  openFieldsOf.set(schema, open);
  return open;
}

/**
 * The field that a name means in a type, or undefined where there is none for this caller: an administrators' field and a
 * misspelt one are the same. `properties.hw.cpu` is entry `hw.cpu` of the open field `properties`; an entry offered as a
 * facet may be named without its field; a shared name is the type's own field that it stands for.
 */
export function fieldNamed(definition: TypeDefinition, name: string, scope: Scope): NamedField | undefined {
  const { schema } = definition;
  const visible = (field: Field | undefined): field is Field => field !== undefined && (scope.admin || !field.admin);
  if (name === "_id" || name === "_type") return { key: name, field: IDENTITY, open: false, as: name };
  const key = ownName(definition, name) ?? name;
  const own = Object.hasOwn(schema, key) ? schema[key] : undefined;
  if (own) return visible(own) ? { key, field: own, open: false, as: name } : undefined;
  for (const [prefix, field] of openFields(schema)) {
    if (!visible(field)) continue;
    if (name.startsWith(`${prefix}.`) && name.length > prefix.length + 1)
      return { key: name, field, open: true, as: name };
    const entry = `${prefix}.${name}`;
    if (field.facets.includes(name)) return { key: entry, field, open: true, as: entry };
  }
  return undefined;
}

/** The names of all fields of a type that a caller may know; of an open map, those that it offers as facets too. */
export const fieldsFor = ({ schema }: TypeDefinition, scope: Scope): string[] => [
  "_id",
  "_type",
  ...Object.entries(schema)
    .filter(([, field]) => scope.admin || !field.admin)
    .flatMap(([name, { facets }]) => [name, ...facets, ...facets.map((entry) => `${name}.${entry}`)]),
];

/** The text fields, whoever may know them, that count for more than others where all are looked in. */
export const weightedFields = ({ schema }: TypeDefinition): { key: string; weight: number }[] =>
  Object.entries(schema)
    .filter(([, field]) => field.kind === "text" && field.weight > 1)
    .map(([key, { weight }]) => ({ key, weight }));
