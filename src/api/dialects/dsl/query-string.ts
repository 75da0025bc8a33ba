import { z } from "zod";
import { MAX_SLOP } from "../../../index/near.ts";
import { namesFirst, plainText } from "../called.ts";
import { fieldNames } from "../fields.ts";
import { AUTO, fuzziness, fuzzyOptions } from "../fuzziness.ts";
import { below } from "../input.ts";
import { parseLucene } from "../lucene/grammar.ts";
import { minimum, minimumOf } from "../minimum.ts";
import { parseSimple } from "../simple.ts";
import { boosted } from "../tree.ts";
import { asList, boost, clause, oneOrMore, type Clause } from "./clause.ts";
import { operator } from "./words.ts";

const shared = z.strictObject({
  query: z.string(),
  fields: oneOrMore(z.string()).optional(),
  default_operator: operator.optional(),
  lenient: z.boolean().default(false),
  minimum_should_match: minimum.optional(),
  boost,
  analyze_wildcard: z.boolean().optional().describe("Taken for old clients; it is always so"),
});

const options = shared.extend({
  default_field: z.string().optional(),
  phrase_slop: z.int().min(0).max(MAX_SLOP).default(0).describe("What ~ after a phrase says, for all phrases"),
  fuzziness: fuzziness.default(AUTO).describe("What ~ alone after a word means"),
  fuzzy_prefix_length: fuzzyOptions.prefix_length,
  fuzzy_max_expansions: fuzzyOptions.max_expansions,
});

/** Which of the outermost parts must match, and how they are joined. */
function joining({ minimum_should_match: wanted, default_operator }: z.output<typeof shared>, at: string) {
  const place = below(at, "minimum_should_match");
  const atLeast = wanted === undefined ? undefined : (count: number) => minimumOf(wanted, count, place);
  return { all: default_operator === "and", atLeast };
}

/** What people type: `name:ubuntu* AND status:active`. */
export const queryString: Clause = clause(options, (given, at, { context, depth }) => {
  const { lenient } = given;
  const names = asList(given.fields ?? given.default_field);
  const fields = fieldNames(
    context,
    names,
    below(at, given.fields === undefined ? "default_field" : "fields"),
    lenient,
  );
  const like = { slop: given.phrase_slop, edits: given.fuzziness, prefix: given.fuzzy_prefix_length };
  const where = { context, fields, lenient, depth, ...like, ...joining(given, at) };
  const query = parseLucene(given.query, { ...where, at: below(at, "query") });
  return boosted(namesFirst(query, fields, plainText(given.query)), given.boost);
});

/** What a search box sends: words, with `+`, `|`, `-`, `"`, `*`, `~` and brackets, and never a mistake. */
export const simpleQueryString: Clause = clause(
  shared.extend({
    fuzzy_prefix_length: fuzzyOptions.prefix_length,
    fuzzy_max_expansions: fuzzyOptions.max_expansions,
  }),
  (given, at, { context }) => {
    const { lenient, fuzzy_prefix_length: prefix } = given;
    const fields = fieldNames(context, asList(given.fields), below(at, "fields"), lenient);
    const where = { context, fields, lenient, slop: 0, edits: AUTO, prefix, ...joining(given, at) };
    const query = parseSimple(given.query, below(at, "query"), where);
    return boosted(namesFirst(query, fields, plainText(given.query)), given.boost);
  },
);
