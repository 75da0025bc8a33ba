import { addBits, eachSlot, type Bits } from "./bitset.ts";
import { borrow } from "./scratch.ts";

/**
 * What matched, and what it scores: the same for all, or a number by slot. Scores of slots that did not match mean
 * nothing. Sums are made in the order of the query's parts, as the reference makes them: equal to the last bit.
 */
export type Matches = { readonly bits: Bits; readonly scores: number | Float64Array };

export const scoreAt = (scores: number | Float64Array, slot: number): number =>
  typeof scores === "number" ? scores : scores[slot]!;

/** Adds the scores of what matched to a running sum. */
export function addScores(sum: Float64Array, { bits, scores }: Matches): void {
  if (scores === 0) return;
  if (typeof scores === "number") eachSlot(bits, (slot) => (sum[slot]! += scores));
  else eachSlot(bits, (slot) => (sum[slot]! += scores[slot]!));
}

/** All matches multiplied. */
export function boosted({ bits, scores }: Matches, by: number): Matches {
  if (typeof scores === "number") return { bits, scores: scores * by };
  const products = borrow(scores.length);
  eachSlot(bits, (slot) => (products[slot] = scores[slot]! * by));
  return { bits, scores: products };
}

/** What matched in any of these places; the best weight of those that did counts. */
export function bestOf(places: readonly { readonly bits: Bits; readonly weight: number }[], none: Bits): Matches {
  const [first, ...others] = places.toSorted((a, b) => a.weight - b.weight);
  if (!first) return { bits: none, scores: 0 };
  const bits = first.bits.slice();
  for (const other of others) addBits(bits, other.bits);
  if (others.every(({ weight }) => weight === first.weight)) return { bits, scores: first.weight };
  const scores = borrow(bits.length * 32);
  for (const place of [first, ...others]) eachSlot(place.bits, (slot) => (scores[slot] = place.weight));
  return { bits, scores };
}
