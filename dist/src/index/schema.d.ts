/**
 * What kinds of fields there are. `text` is searched by word and compared whole; `keyword` is compared whole; `version`
 * sorts as a semantic version; `open` is a map that anybody may add names to, searched as `field.name`.
 */
export type FieldKind = "text" | "keyword" | "long" | "double" | "date" | "boolean" | "version" | "open";
/**
 * One field of a type.
 *
 * - `weight`: what a match in it counts for in free text; 0 leaves it out of free text.
 * - `facet`: offered as a facet. For `open` fields, `facets` names the entries that are.
 * - `admin`: for anybody but an administrator the field does not exist.
 * - `refersTo`: the resource type that its values are ids of.
 */
export type Field = {
    readonly kind: FieldKind;
    readonly weight: number;
    readonly facet: boolean;
    readonly facets: readonly string[];
    readonly admin: boolean;
    readonly refersTo?: string;
};
/** Whether engines compare the field's values as numbers (times are microseconds). */
export declare const isNumeric: ({ kind }: Field) => boolean;
export type Schema = {
    readonly [name: string]: Field;
};
/** What an author may say of a field; everything has a default. */
export type FieldOptions = {
    weight?: number;
    facet?: boolean;
    admin?: boolean;
    refersTo?: string;
};
/** Words of people: searched word by word, sorted and compared whole. */
export declare const text: (options?: FieldOptions) => Field;
/** An id, a status, a tag: compared whole, case and all. */
export declare const keyword: (options?: FieldOptions) => Field;
/** A whole number, exact to 2^53. */
export declare const long: (options?: FieldOptions) => Field;
/** A number with a fraction. */
export declare const double: (options?: FieldOptions) => Field;
/** A time as services write it (ISO 8601, with or without a zone; UTC without). */
export declare const date: (options?: FieldOptions) => Field;
/** True or false. */
export declare const boolean: (options?: FieldOptions) => Field;
/** A semantic version: 1.10.0 sorts after 1.9.0. */
export declare const version: (options?: FieldOptions) => Field;
/** A map that anybody may add names to; `facets` are the names offered as facets. */
export declare const open: (options?: {
    facets?: readonly string[];
    weight?: number;
    admin?: boolean;
}) => Field;
