import { z } from "zod";
import type { FieldNames, SearchQuery } from "../../../index/query.ts";
import { wordsOf } from "../../../index/text.ts";
import type { Context } from "../context.ts";
import { namesFirst } from "../called.ts";
import { fieldNames, isAnyField } from "../fields.ts";
import { AUTO, fuzziness, fuzzyOptions } from "../fuzziness.ts";
import { badRequest, below } from "../input.ts";
import { phraseLeaf, someLeaf, wordsLeaf } from "../leaf.ts";
import { minimum, minimumOf } from "../minimum.ts";
import { boosted } from "../tree.ts";
import { asList, boost, clause, fieldClause, oneOrMore, scalar, type Clause } from "./clause.ts";

/** `and`, `or`, in either case. */
export const operator = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["and", "or"]));

/** How many of the words, and how like them. */
const options = {
  operator: operator.optional(),
  minimum_should_match: minimum.optional(),
  fuzziness: fuzziness.optional(),
  ...fuzzyOptions,
};
type Options = z.output<z.ZodObject<typeof options>>;

/** Any of the words of a text, or as many as asked for. */
function matched(context: Context, fields: FieldNames, text: string, given: Options, at: string): SearchQuery {
  const { operator, minimum_should_match, fuzziness: edits = 0, prefix_length: prefix } = given;
  const count = wordsOf(text).length;
  const place = below(at, "minimum_should_match");
  const some = minimum_should_match === undefined ? 1 : Math.max(1, minimumOf(minimum_should_match, count, place));
  const atLeast = operator === "and" ? count : some;
  if (edits === 0 && (atLeast === 1 || operator === "and"))
    return wordsLeaf(context, fields, text, operator === "and" ? "all" : "any", at);
  return someLeaf(context, fields, text, { atLeast: Math.max(1, atLeast), edits, prefix }, at);
}

/** Any of the words, or as many as asked for, in one field; a field that is no text is compared whole. */
export const match: Clause = fieldClause(
  "query",
  z.strictObject({ query: scalar, ...options, boost }),
  (field, { query, boost, ...given }, at, { context }) => {
    const [fields, text] = [fieldNames(context, [field], at), String(query)];
    return boosted(namesFirst(matched(context, fields, text, given, at), fields, text), boost);
  },
  isAnyField,
);

/** A word like this: within so many edits, of a character more, less or other, or two neighbours exchanged. */
export const fuzzy: Clause = fieldClause(
  "value",
  z.strictObject({ value: scalar, fuzziness: fuzziness.default(AUTO), ...fuzzyOptions, boost }),
  (field, { value, fuzziness: edits, prefix_length: prefix, boost }, at, { context }) => {
    const atLeast = Math.max(1, wordsOf(String(value)).length);
    return boosted(someLeaf(context, [{ name: field }], String(value), { atLeast, edits, prefix }, at), boost);
  },
);

const slop = z.int().min(0).default(0).describe("How many steps the words may be out of their places, in all");

/** The words side by side, or `slop` steps out of their places. */
export const matchPhrase: Clause = fieldClause(
  "query",
  z.strictObject({ query: scalar, slop, boost }),
  (field, { query, slop, boost }, at, { context }) =>
    boosted(phraseLeaf(context, fieldNames(context, [field], at), String(query), slop, below(at, "slop")), boost),
  isAnyField,
);

/** The words side by side, of the last only its start. */
export const matchPhrasePrefix: Clause = fieldClause(
  "query",
  z.strictObject({ query: scalar, slop: z.literal(0).optional(), boost }),
  (field, { query, boost }, at, { context }) => {
    const [fields, text] = [fieldNames(context, [field], at), String(query)];
    return boosted(namesFirst(wordsLeaf(context, fields, text, "prefix", at), fields, text), boost);
  },
  isAnyField,
);

type MultiMatch = { type: "best_fields" | "phrase" | "phrase_prefix"; slop: number } & Options;

function matchedAnywhere(
  context: Context,
  fields: FieldNames,
  text: string,
  { type, slop, ...given }: MultiMatch,
  at: string,
): SearchQuery {
  if (type !== "best_fields" && given.fuzziness !== undefined)
    throw badRequest(below(at, "fuzziness"), "a phrase has no fuzziness; leave it out, or 'type'");
  if (type !== "phrase" && slop > 0) throw badRequest(below(at, "slop"), "belongs to the type 'phrase'");
  if (type === "phrase_prefix") return wordsLeaf(context, fields, text, "prefix", at);
  if (type === "phrase") return phraseLeaf(context, fields, text, slop, below(at, "slop"));
  return matched(context, fields, text, given, at);
}

/** Words in the best of several fields; without fields, in all that the caller may see. */
export const multiMatch: Clause = clause(
  z.strictObject({
    query: scalar,
    fields: oneOrMore(z.string()).optional(),
    type: z.enum(["best_fields", "phrase", "phrase_prefix"]).default("best_fields"),
    slop,
    ...options,
    lenient: z.boolean().optional(),
    boost,
  }),
  ({ query, fields, lenient, boost, ...given }, at, { context }) => {
    const names = fieldNames(context, asList(fields), below(at, "fields"), lenient);
    const text = String(query);
    return boosted(namesFirst(matchedAnywhere(context, names, text, given, at), names, text), boost);
  },
);
