import type { Bounds, FieldNames, Pattern, Scalar, SearchQuery, SomeWords, WordsMode } from "../../index/query.ts";
import type { Context } from "./context.ts";
type Bound = string | number;
/** Refuses a text that is longer than the limit says. */
export declare function checkLength(text: string, limit: number, at: string): void;
/** Values of a field within bounds; without bounds, any value. Dates may be partial or calculated. */
export declare function rangeLeaf(context: Context, field: string, bounds: Bounds<Bound>, at: string): SearchQuery;
/** One whole value of a field. */
export declare const equalsLeaf: (context: Context, field: string, value: Scalar) => SearchQuery;
/** The words of a text in any of these fields. */
export declare function wordsLeaf(context: Context, fields: FieldNames, text: string, mode: WordsMode, at: string): SearchQuery;
/** The words of a text side by side, or `slop` steps out of their places. */
export declare function phraseLeaf(context: Context, fields: FieldNames, text: string, slop: number, at: string): SearchQuery;
/** How words may differ from those asked for, and how many must be there: one, unless it says otherwise. */
export type Some = Omit<SomeWords, "kind" | "fields" | "text">;
/** At least some words of a text in any of these fields, each within its edits. */
export declare function someLeaf(context: Context, fields: FieldNames, text: string, some: Some, at: string): SearchQuery;
/** A regular expression that the whole of a value, or of a word, is like. */
export declare function regexpLeaf({ limits, spend }: Context, fields: FieldNames, text: string, at: string): SearchQuery;
/** A pattern with `*` and `?` in any of these fields. */
export declare function patternLeaf({ limits, spend }: Context, fields: FieldNames, pattern: Pattern, at: string): SearchQuery;
export {};
