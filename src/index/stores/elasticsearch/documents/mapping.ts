import type { estypes } from "@elastic/elasticsearch";
import type { TypeDefinition } from "../../../definition.ts";
import { ADMIN_WORDS, ANY_WORDS } from "../../../entry.ts";
import { isNumeric, type Field, type Schema } from "../../../schema.ts";
import { sourcesOf } from "../../../suggest/sources.ts";
import { columnOf, objectsColumn, sharedColumn, type Column } from "./fields.ts";

type Property = estypes.MappingProperty;

const KEYWORD: Property = { type: "keyword" };
const DOUBLE: Property = { type: "double" };
/** Found by, never sorted or counted by. */
const TERMS: Property = { type: "keyword", doc_values: false };
/** Kept, and nothing else. */
const KEPT: Property = { type: "keyword", index: false, doc_values: false };
/** Words of ours: cut at spaces and nothing more. No norms and no frequencies count, for we score by weights alone. */
const WORDS: Property = {
  type: "text",
  analyzer: "whitespace",
  norms: false,
  similarity: "boolean",
  index_options: "positions",
};

const COLUMNS: Record<Exclude<Column, "e">, Property> = {
  k: KEYWORD,
  n: DOUBLE,
  w: WORDS,
  r: TERMS,
  f: TERMS,
  s: KEYWORD,
  o: { type: "flattened", index: false },
  p: TERMS,
  q: TERMS,
};

function columnsFor(field: Field): Exclude<Column, "e">[] {
  if (field.kind === "open") return ["k", "o", "p", "q"];
  if (field.kind === "nested") return [];
  if (field.kind === "ip") return ["k", "f"];
  if (field.kind === "text") return ["k", "w", "r", "f"];
  return [isNumeric(field) ? "n" : "k"];
}

/** What every document holds, whatever its type: see `document.ts`. */
const COMMON: Record<string, Property> = {
  type: KEYWORD,
  id: KEYWORD,
  exists: { type: "boolean" },
  written: DOUBLE,
  layout: KEYWORD,
  listed_everybody: { type: "boolean" },
  listed_by: KEYWORD,
  changed: DOUBLE,
  state: KEPT,
  shown: KEPT,
};

type Mapped = readonly [column: string, property: Property];

/** Where fields are kept, and the words of all of them. */
const columnsOf = (fields: readonly (readonly [name: string, field: Field])[]): Mapped[] => [
  ...fields.flatMap(([name, field]) =>
    columnsFor(field).map((column) => [columnOf(column, name, field.admin), COLUMNS[column]] as const),
  ),
  ...(["w", "r"] as const).flatMap((column) => [
    [columnOf(column, ANY_WORDS, false), COLUMNS[column]] as const,
    [columnOf(column, ADMIN_WORDS, true), COLUMNS[column]] as const,
  ]),
];

/** Columns by their groups: `k.name` is `name` in `k`. */
function grouped(columns: readonly Mapped[]): Record<string, Property> {
  const groups: Record<string, Record<string, Property>> = {};
  for (const [path, property] of columns) {
    const dot = path.indexOf(".");
    (groups[path.slice(0, dot)] ??= {})[path.slice(dot + 1)] = property;
  }
  return Object.fromEntries(
    Object.entries(groups).map(([group, properties]) => [group, { dynamic: "strict", properties }]),
  );
}

/** Where the objects of a nested field are kept. */
function objectsOf(schema: Schema, path: string): Mapped {
  const own = Object.entries(schema).filter(([, { within }]) => within === path);
  return [objectsColumn({ schema }, path), { type: "nested", dynamic: "strict", properties: grouped(columnsOf(own)) }];
}

/** The strict mapping of a type's index. */
export function mappingOf(definition: TypeDefinition): estypes.MappingTypeMapping {
  const { schema, shared = {} } = definition;
  const fields = Object.entries(schema);
  const columns = [
    ...columnsOf(fields),
    ...fields.filter(([, { kind }]) => kind === "nested").map(([path]) => objectsOf(schema, path)),
    ...sourcesOf(definition).map(({ key, admin }) => [columnOf("s", key, admin), COLUMNS.s] as const),
    ...Object.entries(shared).map(([name, own]) => {
      const path = sharedColumn(own, schema[own]!);
      return [sharedColumn(name, schema[own]!), { type: "alias", path } as const] as const;
    }),
  ];
  return { dynamic: "strict", properties: { ...COMMON, ...grouped(columns) } };
}

/** The mapping of what says how fresh the index is: read by its id alone. */
export const FRESHNESS: estypes.MappingTypeMapping = { dynamic: "strict", properties: { told: KEPT } };

/** How many fields a mapping may have: a schema is ours, so it may be a large one. */
const FIELD_LIMIT = 10_000;

/** Objects of one document, in all its nested fields; of each so many are indexed as `objectsIn` says. */
const OBJECT_LIMIT = 1_000_000;
const NESTED_LIMIT = 1000;

/** UTF-16 units of a prefix; by default 1,000, which eight words of 125 signs pass. */
const PREFIX_LIMIT = 10_000;

/** The settings of an index of so many primary shards. A write is acknowledged when it is on the disks of all copies. */
export const settingsOf = (refreshMilliseconds: number, shards: number): estypes.IndicesIndexSettings => ({
  number_of_shards: shards,
  auto_expand_replicas: "0-1",
  refresh_interval: `${refreshMilliseconds}ms`,
  "translog.durability": "request",
  "mapping.total_fields.limit": FIELD_LIMIT,
  "mapping.nested_fields.limit": NESTED_LIMIT,
  "mapping.nested_objects.limit": OBJECT_LIMIT,
  max_regex_length: PREFIX_LIMIT,
});
