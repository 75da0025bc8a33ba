import type { Value } from "../../values.ts";
import { type Dictionary } from "./dictionary.ts";
import { type Postings } from "./postings.ts";
import { type Rows } from "./rows.ts";
/**
 * All that is known of one key of a type: which values there are, where each occurs, and what each slot has.
 * **Invariant:** code c is in row s exactly when s is in the postings of c.
 */
export type Column = {
    readonly dictionary: Dictionary;
    readonly postings: Postings;
    readonly rows: Rows;
};
export declare const column: () => Column;
/** Gives a slot beyond all others its values; a slot without any is not mentioned. */
export declare function addValues({ dictionary, postings, rows }: Column, slot: number, values: readonly Value[]): void;
/** A slot that is no more. */
export declare const GONE = 4294967295;
/** The column with its slots renumbered (ascending still), without those that are gone and the values only they had. */
export declare function compactColumn(old: Column, moved: Uint32Array): Column;
