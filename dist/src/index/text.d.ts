/**
 * Words: how text is cut, folded, compared and marked. Every engine is given these words and cuts none of its own, so that
 * all agree; a change here is a change of the index.
 */
/** A word that separates two values of one document, so that no phrase runs across them. Nobody can type it. */
export declare const GAP = "\u0001";
/** Lower case, no accents, compatibility forms united: "Über" and "uber" are one. */
export declare const fold: (value: string) => string;
/** The words of a text, folded, in order: `ubuntu-22.04_LTS` is ubuntu, 22.04, lts. */
export declare const wordsOf: (value: string) => string[];
/** A value as it is compared whole: cut to 4,000 code points, the same in every store and in every query. */
export declare const exactOf: (value: string) => string;
/** Code-point order, which is UTF-8's and every engine's; JavaScript's own is UTF-16's. */
export declare function compareText(a: string, b: string): number;
/** Where `phrase` starts in `words`, its words side by side; -1 when it is not there. */
export declare function findPhrase(words: readonly string[], phrase: readonly string[], from?: number): number;
/** A piece of the original text and the folded word that it is, or null for what stands between words. */
export type Piece = {
    readonly text: string;
    readonly word: string | null;
};
/** The original text in pieces, for highlighting; joined again they are the text. */
export declare function piecesOf(value: string): Piece[];
