import { type NumberList } from "./growable.ts";
/**
 * The codes of each slot, in the order of its values: for counting, sorting, phrases and compaction. A row for a slot that
 * has values, none for the others, so a property that few have costs little. **Invariant:** `slots` ascends; the codes of
 * row i are `codes[starts[i]]` up to the next row's start.
 */
export type Rows = {
    readonly slots: NumberList;
    readonly starts: NumberList;
    readonly codes: NumberList;
};
export declare const rows: () => Rows;
/** Begins the row of a slot beyond all others; its codes are pushed next. */
export declare function beginRow({ slots, starts, codes }: Rows, slot: number): void;
/** Where the codes of row i end. */
export declare const rowEnd: ({ starts, codes }: Rows, i: number) => number;
/** The row of a slot at or after row `from`; -1 when it has no values. Where every slot has some, one look is enough. */
export declare function rowOf({ slots }: Rows, slot: number, from?: number): number;
