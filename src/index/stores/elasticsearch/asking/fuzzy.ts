import type { SomeTarget } from "../../../bound.ts";
import type { FuzzyWord } from "../../../fuzzy.ts";
import type { Query } from "../documents/clause.ts";
import { placeOf, textColumn, type Holder } from "../documents/fields.ts";

/**
 * One word, behind `lead`. As a constant score it expands to every word within its edits: nothing is ranked, so nothing
 * is cut off, and other people's words reach no limit. `max_expansions` is never sent for that reason.
 */
function wordQuery(field: string, lead: string, { text, head, edits }: FuzzyWord): Query {
  if (edits === 0) return { term: { [field]: lead + text } };
  const prefix_length = Array.from(lead + head).length;
  return {
    fuzzy: {
      [field]: { value: lead + text, fuzziness: edits, prefix_length, transpositions: true, rewrite: "constant_score" },
    },
  };
}

/** At least so many words of one target; it only filters. */
export function someQuery(holder: Holder, { key, on, words, atLeast }: SomeTarget): Query {
  const { match, lead } = on === "exact" ? placeOf(holder, key) : { match: textColumn(holder, "w", key), lead: "" };
  const queries = words.map((word) => wordQuery(match, lead, word));
  if (atLeast > queries.length) return { match_none: {} };
  return queries.length === 1 ? queries[0]! : { bool: { should: queries, minimum_should_match: atLeast } };
}
