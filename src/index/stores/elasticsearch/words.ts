import type { WordsMode } from "../../query.ts";
import { GAP } from "../../text.ts";
import type { Query } from "./clause.ts";

/** Words as one text for the whitespace analyzer: their positions are their places. */
export const wordsText = (words: readonly string[]): string => words.join(" ");

/** How many words a run holds; between them stands what no word holds. */
const RUN = 3;
const BESIDE = "\u0002";
/** The whitespace analyzer cuts longer ones in two. */
const MAX_RUN = 255;

const runOf = (words: readonly string[]): string => words.join(BESIDE);

/** The words from a place on, until a value ends or a run is full. */
function runAt(words: readonly string[], place: number): string {
  const run = words.slice(place, place + RUN);
  const gap = run.indexOf(GAP);
  return runOf(gap < 0 ? run : run.slice(0, Math.max(gap, 1))).slice(0, MAX_RUN);
}

/**
 * At each word's place, the run of words that starts there. A short phrase that ends in a prefix is then the prefix of a
 * run, which is found whatever else there is. (To have Elasticsearch index the prefixes of words costs twice the time; to
 * expand a prefix within a phrase has a limit, which other people's documents can reach.)
 */
export const runsText = (words: readonly string[]): string => wordsText(words.map((_, place) => runAt(words, place)));

const prefix = (field: string, value: string): Query => ({ prefix: { [field]: { value, rewrite: "constant_score" } } });

/** Terms side by side, the last one a prefix; an error, never a wrong answer, when that begins too many terms. */
const sideBySide = (field: string, terms: readonly string[]): Query => ({
  intervals: {
    [field]: {
      all_of: {
        ordered: true,
        max_gaps: 0,
        intervals: terms.map((term, i) =>
          i < terms.length - 1 ? { match: { query: term } } : { prefix: { prefix: term } },
        ),
      },
    },
  },
});

/** Words of which the last is a prefix. Longer than a run, they are runs side by side, of which few begin as the last does. */
function prefixQuery({ words: field, runs }: Fields, words: readonly string[]): Query {
  if (words.length === 1) return prefix(field, words[0]!);
  const covering = Array.from({ length: Math.max(1, words.length - RUN + 1) }, (_, i) =>
    runOf(words.slice(i, i + RUN)),
  );
  if (covering.some((run) => run.length > MAX_RUN)) return sideBySide(field, words);
  return covering.length === 1 ? prefix(runs, covering[0]!) : sideBySide(runs, covering);
}

/** The fields that hold a text's words and its runs. */
export type Fields = { readonly words: string; readonly runs: string };

/** Words in one text as the mode says; it only filters. */
export function wordsQuery(fields: Fields, words: readonly string[], mode: WordsMode): Query {
  const field = fields.words;
  switch (mode) {
    case "any":
      return { terms: { [field]: [...words] } };
    case "all":
      return { bool: { filter: words.map((word) => ({ term: { [field]: word } })) } };
    case "phrase":
      return { match_phrase: { [field]: wordsText(words) } };
    case "prefix":
      return prefixQuery(fields, words);
  }
}
