import { z } from "zod";
import { prefixPattern } from "../../../index/pattern.ts";
import type { FieldNames, SearchQuery } from "../../../index/query.ts";
import { wordsOf } from "../../../index/text.ts";
import type { Context } from "../context.ts";
import { namesFirst } from "../called.ts";
import { fieldNames, isAnyField } from "../fields.ts";
import { below } from "../input.ts";
import { patternLeaf, wordsLeaf } from "../leaf.ts";
import { minimum, minimumOf } from "../minimum.ts";
import { boosted, or } from "../tree.ts";
import { boost, fieldClause, scalar, type Clause } from "./clause.ts";
import { operator } from "./words.ts";

/** Each word of a text, the last as a prefix; where none of the fields has words, the text as a prefix. */
function partsOf(context: Context, fields: FieldNames, text: string, at: string): SearchQuery[] {
  const wordy = fields === "any" || fields.some(({ name }) => context.kindsOf(name).has("text"));
  const words = wordsOf(text);
  if (!wordy || words.length === 0) return [patternLeaf(context, fields, prefixPattern(text), at)];
  return words.map((word, i) => wordsLeaf(context, fields, word, i === words.length - 1 ? "prefix" : "any", at));
}

/** Any of the words, or as many as asked for, of the last only its start: what a search box asks while one types. */
export const matchBoolPrefix: Clause = fieldClause(
  "query",
  z.strictObject({ query: scalar, operator: operator.optional(), minimum_should_match: minimum.default(1), boost }),
  (field, { query, operator, minimum_should_match, boost }, at, { context }) => {
    const [fields, text] = [fieldNames(context, [field], at), String(query)];
    const parts = partsOf(context, fields, text, at);
    const wanted = minimumOf(minimum_should_match, parts.length, below(at, "minimum_should_match"));
    const found = or(parts, operator === "and" ? parts.length : Math.max(1, wanted));
    return boosted(namesFirst(found, fields, text), boost);
  },
  isAnyField,
);
