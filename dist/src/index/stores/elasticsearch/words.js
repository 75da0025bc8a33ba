import { SearchlightError } from "../../../errors.js";
import { GAP } from "../../text.js";
/**
 * Words as texts for the whitespace analyzer, one for each value, whose positions Elasticsearch keeps a hundred apart: so
 * no phrase runs from one into the next, even one whose words may stand out of place.
 */
export function wordsTexts(words) {
    const texts = [];
    for (let start = 0; start < words.length;) {
        const gap = words.indexOf(GAP, start);
        const end = gap < 0 ? words.length : gap + 1;
        texts.push(words.slice(start, end).join(" "));
        start = end;
    }
    return texts;
}
/** How many words a run holds. */
const RUN = 8;
/** Stands between them; no word holds one. */
const BESIDE = "\u0002";
/** The words from a place on, until a value ends or the run is full. */
function runAt(words, place) {
    const run = words.slice(place, place + RUN);
    const end = run.indexOf(GAP);
    return (end < 0 ? run : run.slice(0, end)).join(BESIDE);
}
/**
 * The runs of words in a text. A phrase that ends in a prefix is the prefix of a run, and so found whatever else there is:
 * to expand a prefix within a phrase has a limit, which documents that the caller may not see can reach; to have
 * Elasticsearch index the prefixes of words costs twice the time.
 */
export const runsOf = (words) => [...new Set(words.map((_, place) => runAt(words, place)))].filter((run) => run.includes(BESIDE));
/** Words side by side of which the last is a prefix. */
function prefixQuery({ words: field, runs }, words) {
    if (words.length > RUN) {
        const message = `A phrase that ends in a prefix may have ${RUN} words, and this one has ${words.length}: leave some out`;
        throw new SearchlightError("bad-request", message);
    }
    const value = words.join(BESIDE);
    return { prefix: { [words.length === 1 ? field : runs]: { value, rewrite: "constant_score" } } };
}
/** Words in one text as the mode says; it only filters. @throws SearchlightError `bad-request` for a long `prefix` phrase */
export function wordsQuery(fields, words, mode) {
    const field = fields.words;
    switch (mode) {
        case "any":
            return { terms: { [field]: [...words] } };
        case "all":
            return { bool: { filter: words.map((word) => ({ term: { [field]: word } })) } };
        case "phrase":
            return { match_phrase: { [field]: words.join(" ") } };
        case "prefix":
            return prefixQuery(fields, words);
    }
}
/** Words near each other in one text; it only filters. */
export const nearQuery = ({ words: field }, { words, slop }) => ({
    match_phrase: { [field]: { query: words.join(" "), slop } },
});
