import { type Bits } from "./bitset.ts";
/**
 * What matched, and what it scores: the same for all, or a number by slot. Scores of slots that did not match mean
 * nothing. Sums are made in the order of the query's parts, as the reference makes them: equal to the last bit.
 */
export type Matches = {
    readonly bits: Bits;
    readonly scores: number | Float64Array;
};
export declare const scoreAt: (scores: number | Float64Array, slot: number) => number;
/** Adds the scores of what matched to a running sum. */
export declare function addScores(sum: Float64Array, { bits, scores }: Matches): void;
/** All matches multiplied. */
export declare function boosted({ bits, scores }: Matches, by: number): Matches;
/** What matched in any of these places; the best weight of those that did counts. */
export declare function bestOf(places: readonly {
    readonly bits: Bits;
    readonly weight: number;
}[], none: Bits): Matches;
