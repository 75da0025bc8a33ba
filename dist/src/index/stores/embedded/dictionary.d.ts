import type { Bounds } from "../../query.ts";
import type { Value } from "../../values.ts";
import { type CodeTable } from "./code-table.ts";
/**
 * Values and their codes: 0, 1, 2 … in the order they came. **Invariants:** a value has one code, for good; `sorted` holds
 * the codes of the first `sorted.length` values in the order of the values, and `ranks` is its inverse, so that comparing
 * two ranks is comparing two values. Both are brought up to date by `sortDictionary`, and only there.
 */
export type Dictionary = CodeTable & {
    sorted: Uint32Array;
    ranks: Uint32Array;
};
export declare const dictionary: () => Dictionary;
/** Takes new values into the order: they are sorted alone, then placed by halving, so a few cost little in a large order. */
export declare function sortDictionary(dictionary: Dictionary): void;
/** Ranks from `low` up to, not including, `high`. */
export type Ranks = {
    readonly low: number;
    readonly high: number;
};
/** The ranks of the values within bounds. */
export declare function ranksWithin(dictionary: Dictionary, { gt, gte, lt, lte }: Bounds<Value>): Ranks;
/** The ranks of the texts that start with these code units: side by side, for text is ordered unit by unit. */
export declare function ranksFrom(dictionary: Dictionary, prefix: string): Ranks;
