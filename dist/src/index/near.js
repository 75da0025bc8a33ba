import { GAP } from "./text.js";
/** How far out of place words may stand, and how many they may be: values of one field stand further apart than both. */
export const MAX_SLOP = 50;
export const MAX_NEAR = 50;
/** Words that are asked for twice are looked for once, and their places given to the slop: no engine need count them. */
export function nearWords(words, slop) {
    const distinct = [...new Set(words)];
    return { words: distinct, slop: slop + words.length - distinct.length };
}
/** Whether some sightings, one of each word, are at most `slop` apart. */
function close(sightings, count, slop) {
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
export function standNear(text, { start, end, gap }, words, slop) {
    let sightings = [];
    for (let place = start; place < end; place++) {
        const word = words.indexOf(text[place]);
        if (word >= 0)
            sightings.push({ word, shift: place - word });
        if (gap === undefined || text[place] !== gap)
            continue;
        if (close(sightings, words.length, slop))
            return true;
        sightings = [];
    }
    return close(sightings, words.length, slop);
}
/** Whether words stand near each other in a text's words. */
export const hasNear = (text, { words, slop }) => standNear(text, { start: 0, end: text.length, gap: GAP }, words, slop);
