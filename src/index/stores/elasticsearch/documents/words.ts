import { SearchlightError } from "../../../../errors.ts";
import type { NearWords } from "../../../near.ts";
import type { WordsMode } from "../../../query.ts";
import { GAP } from "../../../text.ts";
import type { Query } from "./clause.ts";

/**
 * Words as texts for the whitespace analyzer, one for each value, whose positions Elasticsearch keeps a hundred apart: so
 * no phrase runs from one into the next, even one whose words may stand out of place. A JSON array; words need no escapes,
 * for they are letters, digits, dots and commas.
 */
export function wordsList(words: readonly string[]): string {
  let list = "";
  let text = "";
  for (const word of words) {
    if (text !== "") text += " ";
    if (word !== GAP) text += word;
    else {
      list += `,"${text}${GAP_JSON}"`;
      text = "";
    }
  }
  return `[${(text === "" ? list : `${list},"${text}"`).slice(1)}]`;
}

/** How many words a run holds. */
const RUN = 8;
/** Stands between them; no word holds one. */
const BESIDE = "\u0002";

/** These in JSON. */
const GAP_JSON = "\\u0001";
const BESIDE_JSON = "\\u0002";

/** Where the run that begins at a place ends: where its value does, or it is full. */
function runEnd(words: readonly string[], place: number): number {
  const full = Math.min(place + RUN, words.length);
  let end = place;
  while (end < full && words[end] !== GAP) end++;
  return end;
}

/**
 * The runs of words in a text, of two and more. A phrase that ends in a prefix is the prefix of a run, and so found whatever else there is:
 * to expand a prefix within a phrase has a limit, which documents that the caller may not see can reach; to have
 * Elasticsearch index the prefixes of words costs twice the time. A JSON array.
 */
export function runsList(words: readonly string[]): string {
  const runs = new Set<string>();
  for (let place = 0; place < words.length; place++) {
    const end = runEnd(words, place);
    if (end - place > 1) runs.add(words.slice(place, end).join(BESIDE_JSON));
  }
  return runs.size === 0 ? "[]" : `["${[...runs].join('","')}"]`;
}

/** The fields that hold a text's words and its runs. */
export type Fields = { readonly words: string; readonly runs: string };

/** Words side by side of which the last is a prefix. */
function prefixQuery({ words: field, runs }: Fields, words: readonly string[]): Query {
  if (words.length > RUN) {
    const message = `A phrase that ends in a prefix may have ${RUN} words, and this one has ${words.length}: leave some out`;
    throw new SearchlightError("bad-request", message);
  }
  const value = words.join(BESIDE);
  return { prefix: { [words.length === 1 ? field : runs]: { value, rewrite: "constant_score" } } };
}

/** Words in one text as the mode says; it only filters. @throws SearchlightError `bad-request` for a long `prefix` phrase */
export function wordsQuery(fields: Fields, words: readonly string[], mode: WordsMode): Query {
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
export const nearQuery = ({ words: field }: Fields, { words, slop }: NearWords): Query => ({
  match_phrase: { [field]: { query: words.join(" "), slop } },
});
