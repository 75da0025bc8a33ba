import type { NamedField } from "../../../catalog.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { ADMIN_WORDS, ANY_WORDS } from "../../../entry.ts";
import { isNumeric, type Field } from "../../../schema.ts";

/**
 * The names of our fields in Elasticsearch. Each starts with what it holds, so that fields of one name and different kinds
 * in two types never conflict; administrators' fields are apart (`ka.secret`), so that a sort over several types, which
 * no clause restricts, reads nothing that is hidden in one of them.
 *
 * - `k`: values compared whole; of an open map, its names. `n`: numbers and times, as doubles, which all our numbers are.
 * - `w`: words, separated by spaces. `r`: runs of words (see `words.ts`). `f`: whole values, folded.
 * - `s`: texts that complete what is typed, each led by itself folded.
 * - `o`: an open map, for sorting and counting. `p`: its entries as `name NUL value`. `q`: its numbers, likewise.
 * - `e`: the objects of a nested field, each with columns like these.
 */
export type Column = "k" | "n" | "w" | "r" | "f" | "s" | "o" | "p" | "q" | "e";

/** A name with nothing in it that means something to Elasticsearch. */
const plain = (name: string): string => encodeURIComponent(name).replaceAll(".", "%2E").replaceAll("*", "%2A");

/** Columns as they were made, by name: a document has dozens of them, the same in every other. */
const made = new Map<string, { readonly own: Record<string, string>; readonly admin: Record<string, string> }>();

/** Names are those of fields; should ever so many be asked for, they are made again. */
const MOST_NAMES = 10_000;

/** `k.name`, `ka.secret`. */
export function columnOf(column: Column, name: string, admin: boolean): string {
  let known = made.get(name);
  if (!known) {
    if (made.size >= MOST_NAMES) made.clear();
    made.set(name, (known = { own: {}, admin: {} }));
  }
  return ((admin ? known.admin : known.own)[column] ??= `${column}${admin ? "a" : ""}.${plain(name)}`);
}

/** Ends the name of an open map's entry; no name holds one. */
const NUL = "\u0000";

/**
 * Where a key of an entry is kept.
 *
 * - `match`: the field to look in, each term led by `lead`.
 * - `values`: the field to sort and count by. `numeric`: whether that holds numbers.
 * - `open`: for an entry of an open map, its name, and the map's fields: all of it, its numbers, its names.
 */
export type Place = {
  readonly match: string;
  readonly lead: string;
  readonly values: string;
  readonly numeric: boolean;
  readonly open?: { readonly name: string; readonly map: string; readonly numbers: string; readonly names: string };
};

const whole = (field: string, numeric = false): Place => ({ match: field, lead: "", values: field, numeric });

function entryPlace(map: string, name: string, admin: boolean): Place {
  const column = (column: Column): string => columnOf(column, map, admin);
  const open = { name, map: column("o"), numbers: column("q"), names: column("k") };
  return { match: column("p"), lead: name + NUL, values: `${open.map}.${name}`, numeric: false, open };
}

/** Whose keys are looked for: a type's resources', or (`within`) those of the objects of one of its nested fields. */
export type Holder = Pick<TypeDefinition, "schema"> & { readonly within?: string };

/** Where the objects of a nested field are kept. */
export const objectsColumn = ({ schema }: Holder, path: string): string =>
  columnOf("e", path, schema[path]?.admin ?? false);

/** A column of a resource, or of an object. */
const held = (holder: Holder, column: string): string =>
  holder.within === undefined ? column : `${objectsColumn(holder, holder.within)}.${column}`;

type OpenMap = { readonly start: string; readonly map: string; readonly admin: boolean };

const opens = new WeakMap<Holder["schema"], readonly OpenMap[]>();

/** The open maps of a schema, and how the keys of their entries start. */
function openMaps(schema: Holder["schema"]): readonly OpenMap[] {
  const known =
    opens.get(schema) ??
    Object.entries(schema).flatMap(([map, { kind, admin }]) =>
      kind === "open" ? [{ start: `${map}.`, map, admin }] : [],
    );
  opens.set(schema, known);
  return known;
}

/** Where a key of a type's entries is kept. A key that the type has not is a field that no document has. */
export function placeOf(holder: Holder, key: string): Place {
  const { schema } = holder;
  if (key === "_id") return whole("id");
  if (key === "_type") return whole("type");
  const own = Object.hasOwn(schema, key) ? schema[key] : undefined;
  if (own) return whole(held(holder, columnOf(isNumeric(own) ? "n" : "k", key, own.admin)), isNumeric(own));
  for (const { start, map, admin } of openMaps(schema))
    if (key.startsWith(start)) return entryPlace(map, key.slice(start.length), admin);
  return whole(columnOf("k", key, false));
}

/**
 * The field to sort by, under one name for all types: a sort names one field for all the indices. Where a type has it under
 * another name, the shared one is an alias of it (see `mapping.ts`).
 */
export function sortPlace(definition: TypeDefinition, { key, field, as }: NamedField): Place {
  return as === key ? placeOf(definition, key) : whole(sharedColumn(as, field), isNumeric(field));
}

/** Where a shared name that stands for this field is kept. */
export const sharedColumn = (name: string, field: Field): string =>
  columnOf(isNumeric(field) ? "n" : "k", name, field.admin);

const isAdmin = ({ schema }: Holder, key: string): boolean =>
  key === ADMIN_WORDS || (key !== ANY_WORDS && Object.hasOwn(schema, key) && schema[key]!.admin);

/** Where a text field's words (`w`), their runs (`r`) or folded values (`f`) are kept. */
export const textColumn = (holder: Holder, column: "w" | "r" | "f", key: string): string =>
  held(holder, columnOf(column, key, isAdmin(holder, key)));

const bits = new DataView(new ArrayBuffer(8));

/** A number as 16 hexadecimal digits that sort as numbers do. */
export function numberKey(value: number): string {
  bits.setFloat64(0, value + 0); // -0 becomes 0, which it equals
  const raw = bits.getBigUint64(0);
  const ordered = raw >> 63n === 1n ? ~raw & 0xffff_ffff_ffff_ffffn : raw | (1n << 63n);
  return ordered.toString(16).padStart(16, "0");
}
