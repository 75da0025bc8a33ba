import type { WordsMode } from "../../query.ts";
import type { Query } from "./clause.ts";

/**
 * The longest prefix that Elasticsearch indexes (`index_prefixes`). A prefix in a phrase is only ever looked up there:
 * to expand it instead has a limit on how many words it may meet, and whether it is met would depend on documents that
 * the caller may not see.
 */
export const MAX_PREFIX = 19;

const CUT = MAX_PREFIX - 1;
const GOES_ON = "\u0002";

/** A word in pieces that are short enough, each marked where it goes on and where it went on. Depends on nothing after it. */
function pieces(word: string): string[] {
  const cut: string[] = [""];
  for (const point of word) {
    if (cut.at(-1)!.length + point.length > CUT) cut.push(point);
    else cut[cut.length - 1] += point;
  }
  return cut.map((piece, i) => (i > 0 ? GOES_ON : "") + piece + (i < cut.length - 1 ? GOES_ON : ""));
}

const isLong = (word: string): boolean => word.length > MAX_PREFIX;

/** Words as one text for the whitespace analyzer: their positions are their places. */
export const wordsText = (words: readonly string[]): string => words.join(" ");

/** The same with long words in pieces, so that long prefixes can be looked up; undefined where there is no long word. */
export const piecesText = (words: readonly string[]): string | undefined =>
  words.some(isLong) ? words.flatMap(pieces).join(" ") : undefined;

/** Words side by side, the last one a prefix no longer than is indexed. */
const sideBySide = (field: string, words: readonly string[]): Query => ({
  intervals: {
    [field]: {
      all_of: {
        ordered: true,
        max_gaps: 0,
        intervals: [
          ...words.slice(0, -1).map((query) => ({ match: { query } })),
          { prefix: { prefix: words.at(-1)! } },
        ],
      },
    },
  },
});

/** Words of which the last is a prefix: alone any length will do, in a phrase a long one is looked up in pieces. */
function prefixQuery(field: string, pieced: string, words: readonly string[]): Query {
  if (words.length === 1) return { prefix: { [field]: { value: words[0]!, rewrite: "constant_score" } } };
  if (!isLong(words.at(-1)!)) return sideBySide(field, words);
  return sideBySide(pieced, words.flatMap(pieces));
}

/** Words in one field as the mode says; it only filters. `pieced` is the field that holds long words in pieces. */
export function wordsQuery(field: string, pieced: string, words: readonly string[], mode: WordsMode): Query {
  switch (mode) {
    case "any":
      return { terms: { [field]: [...words] } };
    case "all":
      return { bool: { filter: words.map((word) => ({ term: { [field]: word } })) } };
    case "phrase":
      return { match_phrase: { [field]: wordsText(words) } };
    case "prefix":
      return prefixQuery(field, pieced, words);
  }
}
