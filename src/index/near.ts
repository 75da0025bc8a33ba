import { GAP } from "./text.ts";

/** Words and how far out of their places they may stand, in all. */
export type NearWords = { readonly words: readonly string[]; readonly slop: number };

/** How far out of place words may stand, and how many they may be: values of one field stand further apart than both. */
export const MAX_SLOP = 50;
export const MAX_NEAR = 50;

/** Words that are asked for twice are looked for once, and their places given to the slop: no engine need count them. */
export function nearWords(words: readonly string[], slop: number): NearWords {
  const distinct = [...new Set(words)];
  return { words: distinct, slop: slop + words.length - distinct.length };
}

type Sighting = { readonly word: number; readonly shift: number };

/** Whether some sightings, one of each word, are at most `slop` apart. */
function close(sightings: readonly Sighting[], count: number, slop: number): boolean {
  const last = Array.from({ length: count }, () => -Infinity);
  return sightings
    .toSorted((a, b) => a.shift - b.shift)
    .some(({ word, shift }) => {
      last[word] = shift;
      return shift - Math.min(...last) <= slop;
    });
}

/**
 * Whether words stand near each other in the part of a text from `start` to `end`, never across a `gap`: one can be moved
 * onto the other by `slop` steps. To exchange two neighbours takes two (Lucene's sloppy phrase, of words that differ).
 */
export function standNear<T>(
  text: { readonly [place: number]: T | undefined },
  { start, end, gap }: { readonly start: number; readonly end: number; readonly gap: T | undefined },
  words: readonly T[],
  slop: number,
): boolean {
  let sightings: Sighting[] = [];
  for (let place = start; place < end; place++) {
    const word = words.indexOf(text[place]!);
    if (word >= 0) sightings.push({ word, shift: place - word });
    if (gap === undefined || text[place] !== gap) continue;
    if (close(sightings, words.length, slop)) return true;
    sightings = [];
  }
  return close(sightings, words.length, slop);
}

/** Whether words stand near each other in a text's words. */
export const hasNear = (text: readonly string[], { words, slop }: NearWords): boolean =>
  standNear(text, { start: 0, end: text.length, gap: GAP }, words, slop);
