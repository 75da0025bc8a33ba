import { z } from "zod";
import { fieldNames } from "../fields.ts";
import { below } from "../input.ts";
import { parseLucene } from "../lucene/grammar.ts";
import { boosted } from "../tree.ts";
import { asList, boost, clause, oneOrMore, type Clause } from "./clause.ts";
import { operator } from "./words.ts";

const options = z.strictObject({
  query: z.string(),
  fields: oneOrMore(z.string()).optional(),
  default_field: z.string().optional(),
  default_operator: operator.optional(),
  lenient: z.boolean().default(false),
  boost,
  analyze_wildcard: z.boolean().optional().describe("Taken for old clients; it is always so"),
  phrase_slop: z.int().min(0).optional().describe("Taken for old clients; a phrase is its words side by side"),
  fuzzy_prefix_length: z.int().min(0).optional().describe("Taken for old clients; fuzzy search is not there yet"),
});

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
  const where = { context, fields, lenient, depth, all: given.default_operator === "and" };
  return boosted(parseLucene(given.query, { ...where, at: below(at, "query") }), given.boost);
});
