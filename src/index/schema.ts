/**
 * What kinds of fields there are. `text` is searched by word and compared whole; `keyword` is compared whole; `version`
 * sorts as a semantic version, `ip` as an address of the internet; `open` is a map that anybody may add names to, searched as `field.name`; `nested` is a list
 * of objects, whose fields are searched as `field.name` too.
 */
export type FieldKind =
  | "text"
  | "keyword"
  | "long"
  | "double"
  | "date"
  | "boolean"
  | "version"
  | "ip"
  | "open"
  | "nested";

/**
 * One field of a type.
 *
 * - `weight`: what a match in it counts for in free text; 0 leaves it out of free text.
 * - `facet`: offered as a facet. For `open` fields, `facets` names the entries that are.
 * - `admin`: for anybody but an administrator the field does not exist.
 * - `refersTo`: the resource type that its values are ids of.
 * - `nameOf`: the field of the type that refers to what this is the name of; it is looked up, not kept.
 * - `fields`: of a nested field, those of its objects. `within`: of such a one, the nested field.
 */
export type Field = {
  readonly kind: FieldKind;
  readonly weight: number;
  readonly facet: boolean;
  readonly facets: readonly string[];
  readonly admin: boolean;
  readonly refersTo?: string;
  readonly nameOf?: string;
  readonly fields?: Schema;
  readonly within?: string;
};

/** Whether engines compare the field's values as numbers (times are microseconds). */
export const isNumeric = ({ kind }: Field): boolean => kind === "long" || kind === "double" || kind === "date";

export type Schema = { readonly [name: string]: Field };

/** What an author may say of a field; everything has a default. */
export type FieldOptions = { weight?: number; facet?: boolean; admin?: boolean; refersTo?: string };

const field =
  (kind: FieldKind, weight: number) =>
  (options: FieldOptions = {}): Field => ({ kind, weight, facet: false, facets: [], admin: false, ...options });

/** Words of people: searched word by word, sorted and compared whole. */
export const text = field("text", 2);
/** An id, a status, a tag: compared whole, case and all. */
export const keyword = field("keyword", 1);
/**
 * The name of what another field refers to (`owner`, with `refersTo`), for whoever may see that. It is looked up when it is
 * asked for: found by, and shown; nothing is sorted or counted by it.
 */
export const nameOf = (refers: string): Field => ({ ...field("text", 0)(), nameOf: refers });
/** A whole number, exact to 2^53. */
export const long = field("long", 0);
/** A number with a fraction. */
export const double = field("double", 0);
/** A time as services write it (ISO 8601, with or without a zone; UTC without). */
export const date = field("date", 0);
/** True or false. */
export const boolean = field("boolean", 0);
/** A semantic version: 1.10.0 sorts after 1.9.0. */
export const version = field("version", 1);
/** An address of the internet, of version 4 or 6, the same however it is written: found by blocks too (`10.0.0.0/8`). */
export const ip = field("ip", 1);
/** A map that anybody may add names to; `facets` are the names offered as facets. */
export const open = (options: { facets?: readonly string[]; weight?: number; admin?: boolean } = {}): Field => ({
  ...field("open", 1)(),
  ...options,
});
/**
 * A list of objects that have these fields, each a field of the resource too: `objects.name` has the names of all. Where the
 * list is for administrators alone, so are they.
 */
export const nested = (fields: Schema, { admin = false }: { admin?: boolean } = {}): Field => ({
  ...field("nested", 0)({ admin }),
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, one]) => [name, { ...one, admin: admin || one.admin }]),
  ),
});
