import { addBits, emptyBits, hasBit, type Bits } from "./bitset.ts";

/** What a slot that matched scores: the same for all, or told of each when asked. */
export type Scores = number | ((slot: number) => number);

/**
 * What matched, and what it scores; scores of slots that did not match mean nothing. Sums are made in the order of the
 * query's parts, as the reference makes them: equal to the last bit.
 */
export type Matches = { readonly bits: Bits; readonly scores: Scores };

export const scoreAt = (scores: Scores, slot: number): number => (typeof scores === "number" ? scores : scores(slot));

/** The sum of the scores of parts, for slots that all of them matched. */
export function sumOfAll(parts: readonly Matches[]): Scores {
  const scores = parts.map((part) => part.scores);
  if (scores.every((score) => typeof score === "number")) return scores.reduce((sum, score) => sum + score, 0);
  return (slot) => {
    let sum = 0;
    for (const score of scores) sum += scoreAt(score, slot);
    return sum;
  };
}

/** The sum of the scores of those parts that matched a slot. */
export const sumOfSome = (parts: readonly Matches[]): Scores => {
  const scored = parts.filter(({ scores }) => scores !== 0);
  return scored.length === 0
    ? 0
    : (slot) => {
        let sum = 0;
        for (const { bits, scores } of scored) if (hasBit(bits, slot)) sum += scoreAt(scores, slot);
        return sum;
      };
};

/** All matches multiplied. */
export const boosted = ({ bits, scores }: Matches, by: number): Matches => ({
  bits,
  scores: typeof scores === "number" ? scores * by : (slot) => scores(slot) * by,
});

type Place = { readonly bits: Bits; readonly weight: number };

/** The weight of the first place where a slot matched. */
function bestAt(ranked: readonly Place[], slot: number): number {
  for (const { bits, weight } of ranked) if (hasBit(bits, slot)) return weight;
  return 0;
}

/** What of a domain matched in any of these places; the best weight of those that did counts. */
export function bestOf(places: readonly Place[], domain: Bits): Matches {
  const ranked = places.toSorted((a, b) => b.weight - a.weight);
  const [best] = ranked;
  if (!best) return { bits: emptyBits(domain.length * 32), scores: 0 };
  if (ranked.length === 1) return { bits: best.bits, scores: best.weight };
  const bits = emptyBits(domain.length * 32);
  for (const { bits: found } of ranked) addBits(bits, found);
  if (ranked.at(-1)!.weight === best.weight) return { bits, scores: best.weight };
  return { bits, scores: (slot) => bestAt(ranked, slot) };
}
