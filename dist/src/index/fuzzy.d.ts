import type { Edits } from "./query.ts";
/** A word and how far from it another may be: so many edits, none in the first characters, which are `head`. */
export type FuzzyWord = {
    readonly text: string;
    readonly head: string;
    readonly edits: number;
};
/** A word with its edits; its first `prefix` characters have none. */
export declare const fuzzyWord: (text: string, edits: Edits, prefix: number) => FuzzyWord;
/** Whether a value is within the edits. */
export declare function fuzzyMatcher({ text, head, edits }: FuzzyWord): (value: string) => boolean;
