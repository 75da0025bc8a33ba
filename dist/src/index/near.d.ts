/** Words and how far out of their places they may stand, in all. */
export type NearWords = {
    readonly words: readonly string[];
    readonly slop: number;
};
/** How far out of place words may stand, and how many they may be: values of one field stand further apart than both. */
export declare const MAX_SLOP = 50;
export declare const MAX_NEAR = 50;
/** Words that are asked for twice are looked for once, and their places given to the slop: no engine need count them. */
export declare function nearWords(words: readonly string[], slop: number): NearWords;
/**
 * Whether words stand near each other in the part of a text from `start` to `end`, never across a `gap`: one can be moved
 * onto the other by `slop` steps. To exchange two neighbours takes two (Lucene's sloppy phrase, of words that differ).
 */
export declare function standNear<T>(text: {
    readonly [place: number]: T | undefined;
}, { start, end, gap }: {
    readonly start: number;
    readonly end: number;
    readonly gap: T | undefined;
}, words: readonly T[], slop: number): boolean;
/** Whether words stand near each other in a text's words. */
export declare const hasNear: (text: readonly string[], { words, slop }: NearWords) => boolean;
