import type { Value } from "../../values.ts";
/**
 * Finds the code of a value: a hash table of codes, the values themselves being kept once, in `values`, by code. Made for
 * many short texts that come one by one: a third of the time and half of the memory of a `Map` of them.
 * **Invariants:** `places` holds code + 1, or 0 where it is free, and is at most half full; `hashes` is by code.
 */
export type CodeTable = {
    readonly values: Value[];
    places: Int32Array;
    hashes: Uint32Array;
};
export declare const codeTable: () => CodeTable;
/** The code of a value; undefined when it has none. */
export declare function codeOf(table: CodeTable, value: Value): number | undefined;
/** The code of a value, the next one for a value that has none. */
export declare function encode(table: CodeTable, value: Value): number;
