import type { NearWords } from "../../near.ts";
import type { WordsMode } from "../../query.ts";
import type { Query } from "./clause.ts";
/**
 * Words as texts for the whitespace analyzer, one for each value, whose positions Elasticsearch keeps a hundred apart: so
 * no phrase runs from one into the next, even one whose words may stand out of place.
 */
export declare function wordsTexts(words: readonly string[]): string[];
/**
 * The runs of words in a text. A phrase that ends in a prefix is the prefix of a run, and so found whatever else there is:
 * to expand a prefix within a phrase has a limit, which documents that the caller may not see can reach; to have
 * Elasticsearch index the prefixes of words costs twice the time.
 */
export declare const runsOf: (words: readonly string[]) => string[];
/** The fields that hold a text's words and its runs. */
export type Fields = {
    readonly words: string;
    readonly runs: string;
};
/** Words in one text as the mode says; it only filters. @throws SearchlightError `bad-request` for a long `prefix` phrase */
export declare function wordsQuery(fields: Fields, words: readonly string[], mode: WordsMode): Query;
/** Words near each other in one text; it only filters. */
export declare const nearQuery: ({ words: field }: Fields, { words, slop }: NearWords) => Query;
