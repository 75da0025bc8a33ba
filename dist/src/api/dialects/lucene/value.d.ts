import type { Edits, FieldNames, SearchQuery } from "../../../index/query.ts";
import type { Context } from "../context.ts";
import { type Cursor } from "./cursor.ts";
import type { TypedBounds } from "./range.ts";
import { type Tilde, type Word } from "./word.ts";
/**
 * Where values are looked for, and whether what does not fit a field is left out rather than refused. `slop` is that of a
 * phrase without one of its own; `edits` and the unedited `prefix` are what `~` alone means.
 */
export type Where = {
    readonly context: Context;
    readonly fields: FieldNames;
    readonly lenient: boolean;
    readonly slop: number;
    readonly edits: Edits;
    readonly prefix: number;
};
/** A phrase, and how far its words may be out of place; undefined where it asks for nothing. */
export declare function phraseValue(where: Where, text: string, cursor: Cursor): SearchQuery | undefined;
/** A word that is no pattern: several words in it stand side by side, or are each like those in the text. */
export declare function textValue(where: Where, text: string, like: Tilde | undefined, at: string): SearchQuery | undefined;
/** A word as typed. `*` alone is any value. */
export declare function wordValue(where: Where, { text, pattern, from }: Word, cursor: Cursor): SearchQuery | undefined;
/** Values within bounds in any of the fields. In an open map, bounds that read as numbers compare numbers. */
export declare function rangeValue(where: Where, bounds: TypedBounds, cursor: Cursor, from: number): SearchQuery;
/** A regular expression between slashes; `\/` is a slash in it. */
export declare function regexpValue({ context, fields }: Where, cursor: Cursor): SearchQuery;
