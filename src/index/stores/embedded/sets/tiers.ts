import { spanOf, wordAt, type Bits } from "./bitset.ts";

/**
 * Slots that are in all of these sets score so much, if no tier before them has them. **Invariant:** of tiers in descending order, the
 * first whose sets all have a slot tells its score: a slot that is in a tier it does not belong to belongs to a better one.
 */
export type Tier = { readonly score: number; readonly within: readonly Bits[] };

/** Sums of parts have as many tiers as the parts' multiplied: beyond this, slots are told one by one instead. */
const MOST = 64;

/** Where each part counts what its tiers say: what their sum is. Undefined: too many. */
export function tiersOfSum(parts: readonly (readonly Tier[] | undefined)[]): readonly Tier[] | undefined {
  let sums: readonly Tier[] = [{ score: 0, within: [] }];
  for (const part of parts) {
    if (!part || sums.length * part.length > MOST) return undefined;
    sums = sums.flatMap((sum) =>
      part.map(({ score, within }) => ({ score: sum.score + score, within: [...sum.within, ...within] })),
    );
  }
  return sums;
}

/** The tiers of a part that only these slots matched, for the rest too: it counts nothing there. */
export const orNothing = (tiers: readonly Tier[] | undefined, matched: Bits): readonly Tier[] | undefined =>
  tiers && [...tiers.map(({ score, within }) => ({ score, within: [matched, ...within] })), { score: 0, within: [] }];

/** Tiers by their score, best first; those that score alike together. */
const ranked = (tiers: readonly Tier[]): [score: number, alike: readonly Tier[]][] =>
  [...Map.groupBy(tiers, ({ score }) => score)].toSorted(([a], [b]) => b - a);

/** Of these slots, as bits of the same word of a set, those that any of the tiers has. */
function inAny(tiers: readonly Tier[], word: number, bits: number): number {
  let found = 0;
  for (const { within } of tiers) {
    let here = bits;
    for (let i = 0; i < within.length && here !== 0; i++) here &= within[i]!.words[word]!;
    found |= here;
  }
  return found;
}

/**
 * The slots of a set by descending score, those that score alike ascending, each found when it is asked for; from the slot `after.slot` of
 * the score `after.score` on. `left` is the set, and what is passed is taken from it.
 */
export function* byTiers(
  left: Bits,
  tiers: readonly Tier[],
  after: { readonly score: number; readonly slot: number },
): Generator<number, undefined> {
  const { words, used } = left;
  const span = spanOf(left);
  for (const [score, alike] of ranked(tiers)) {
    for (let i = 0; i < span; i++) {
      const word = wordAt(used, i);
      if (words[word] === 0) continue;
      let found = inAny(alike, word, words[word]!);
      words[word]! &= ~found;
      for (; found !== 0 && score <= after.score; found &= found - 1) {
        const slot = (word << 5) + 31 - Math.clz32(found & -found);
        if (score < after.score || slot >= after.slot) yield slot;
      }
    }
  }
}
