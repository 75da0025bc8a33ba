import { addBits, eachSlot } from "./bitset.js";
import { borrow } from "./scratch.js";
export const scoreAt = (scores, slot) => typeof scores === "number" ? scores : scores[slot];
/** Adds the scores of what matched to a running sum. */
export function addScores(sum, { bits, scores }) {
    if (scores === 0)
        return;
    if (typeof scores === "number")
        eachSlot(bits, (slot) => (sum[slot] += scores));
    else
        eachSlot(bits, (slot) => (sum[slot] += scores[slot]));
}
/** All matches multiplied. */
export function boosted({ bits, scores }, by) {
    if (typeof scores === "number")
        return { bits, scores: scores * by };
    const products = borrow(scores.length);
    eachSlot(bits, (slot) => (products[slot] = scores[slot] * by));
    return { bits, scores: products };
}
/** What matched in any of these places; the best weight of those that did counts. */
export function bestOf(places, none) {
    const [first, ...others] = places.toSorted((a, b) => a.weight - b.weight);
    if (!first)
        return { bits: none, scores: 0 };
    const bits = first.bits.slice();
    for (const other of others)
        addBits(bits, other.bits);
    if (others.every(({ weight }) => weight === first.weight))
        return { bits, scores: first.weight };
    const scores = borrow(bits.length * 32);
    for (const place of [first, ...others])
        eachSlot(place.bits, (slot) => (scores[slot] = place.weight));
    return { bits, scores };
}
