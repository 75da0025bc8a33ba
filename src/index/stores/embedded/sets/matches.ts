import { addBits, emptyWithin, hasBit, isEmpty, type Bits } from "./bitset.ts";
import { orNothing, tiersOfSum, type Tier } from "./tiers.ts";

/** What a slot that matched scores: the same for all, or told of each when asked; in `tiers`, unless those are too many. */
export type Scores = number | { readonly at: (slot: number) => number; readonly tiers?: readonly Tier[] | undefined };

/**
 * What matched, and what it scores; scores of slots that did not match mean nothing. Sums are made in the order of the
 * query's parts, as the reference makes them: equal to the last bit.
 */
export type Matches = { readonly bits: Bits; readonly scores: Scores };

export const scoreAt = (scores: Scores, slot: number): number =>
  typeof scores === "number" ? scores : scores.at(slot);

const tiersOf = (scores: Scores): readonly Tier[] | undefined =>
  typeof scores === "number" ? [{ score: scores, within: [] }] : scores.tiers;

/** The sum of the scores of parts, for slots that all of them matched. */
export function sumOfAll(parts: readonly Matches[]): Scores {
  const scores = parts.map((part) => part.scores);
  if (scores.every((score) => typeof score === "number")) return scores.reduce((sum, score) => sum + score, 0);
  const at = (slot: number): number => {
    let sum = 0;
    for (const score of scores) sum += scoreAt(score, slot);
    return sum;
  };
  return { at, tiers: tiersOfSum(scores.map(tiersOf)) };
}

/** The sum of the scores of those parts that matched a slot. */
export function sumOfSome(parts: readonly Matches[]): Scores {
  const scored = parts.filter(({ bits, scores }) => scores !== 0 && !isEmpty(bits));
  if (scored.length === 0) return 0;
  const at = (slot: number): number => {
    let sum = 0;
    for (const { bits, scores } of scored) if (hasBit(bits, slot)) sum += scoreAt(scores, slot);
    return sum;
  };
  return { at, tiers: tiersOfSum(scored.map(({ bits, scores }) => orNothing(tiersOf(scores), bits))) };
}

/** All matches multiplied. */
export function boosted({ bits, scores }: Matches, by: number): Matches {
  if (typeof scores === "number") return { bits, scores: scores * by };
  const tiers = scores.tiers?.map(({ score, within }) => ({ score: score * by, within }));
  return { bits, scores: { at: (slot) => scores.at(slot) * by, tiers } };
}

type Place = { readonly bits: Bits; readonly weight: number };

/** The weight of the first place where a slot matched. */
function bestAt(ranked: readonly Place[], slot: number): number {
  for (const { bits, weight } of ranked) if (hasBit(bits, slot)) return weight;
  return 0;
}

/** What of a domain matched in any of these places; the best weight of those that did counts. */
export function bestOf(places: readonly Place[], domain: Bits): Matches {
  const ranked = places.filter(({ bits }) => !isEmpty(bits)).toSorted((a, b) => b.weight - a.weight);
  const [best] = ranked;
  if (!best) return { bits: emptyWithin(domain), scores: 0 };
  if (ranked.length === 1) return { bits: best.bits, scores: best.weight };
  const bits = emptyWithin(domain);
  for (const { bits: found } of ranked) addBits(bits, found);
  if (ranked.at(-1)!.weight === best.weight) return { bits, scores: best.weight };
  const tiers = ranked.map(({ weight, bits }) => ({ score: weight, within: [bits] }));
  return { bits, scores: { at: (slot) => bestAt(ranked, slot), tiers } };
}
