import type { BoundQuery } from "./bound.ts";
import type { Entry } from "./entry.ts";
import type { Bounds, WordsMode } from "./query.ts";
import type { Value } from "./values.ts";
/** Says what an entry scores against a query: undefined when it does not match. */
export type Matcher = (entry: Entry) => number | undefined;
/** Text by code point, numbers by size; a number sorts before a text. */
export declare const compareValues: (a: Value, b: Value) => number;
/** Whether a value lies within bounds. */
export declare const within: (value: Value, { gt, gte, lt, lte }: Bounds<Value>) => boolean;
/** An entry's values of a key, compared whole. */
export declare function valuesOf(entry: Entry, key: string): readonly Value[];
/** Whether the words stand in a text's words as the mode says. */
export declare function hasWords(text: readonly string[], words: readonly string[], mode: WordsMode): boolean;
/**
 * A query as a predicate over one entry, with its score: the meaning of the language, by which every engine is tested.
 * What the caller may see is not its business (see `sight.ts`).
 */
export declare function matcher(query: BoundQuery): Matcher;
