import { addBits, slotsIn, type Bits } from "./bitset.ts";

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
  const slots = slotsIn(bits);
  if (typeof scores === "number") for (const slot of slots) sum[slot]! += scores;
  else for (const slot of slots) sum[slot]! += scores[slot]!;
}

/** All matches multiplied. */
export const boosted = ({ bits, scores }: Matches, by: number): Matches => ({
  bits,
  scores: typeof scores === "number" ? scores * by : scores.map((score) => score * by),
});

/** What matched in any of these places; the best weight of those that did counts. */
export function bestOf(places: readonly { readonly bits: Bits; readonly weight: number }[], none: Bits): Matches {
  const [first, ...others] = places.toSorted((a, b) => a.weight - b.weight);
  if (!first) return { bits: none, scores: 0 };
  const bits = first.bits.slice();
  for (const other of others) addBits(bits, other.bits);
  if (others.every(({ weight }) => weight === first.weight)) return { bits, scores: first.weight };
  const scores = new Float64Array(bits.length * 32);
  for (const place of [first, ...others]) for (const slot of slotsIn(place.bits)) scores[slot] = place.weight;
  return { bits, scores };
}
