import { z } from "zod";
import { prefixPattern } from "../../../index/pattern.js";
import { wordsOf } from "../../../index/text.js";
import { fieldNames, isAnyField } from "../fields.js";
import { below } from "../input.js";
import { patternLeaf, wordsLeaf } from "../leaf.js";
import { minimum, minimumOf } from "../minimum.js";
import { boosted, or } from "../tree.js";
import { boost, fieldClause, scalar } from "./clause.js";
import { operator } from "./words.js";
/** Each word of a text, the last as a prefix; where none of the fields has words, the text as a prefix. */
function partsOf(context, fields, text, at) {
    const wordy = fields === "any" || fields.some(({ name }) => context.kindsOf(name).has("text"));
    const words = wordsOf(text);
    if (!wordy || words.length === 0)
        return [patternLeaf(context, fields, prefixPattern(text), at)];
    return words.map((word, i) => wordsLeaf(context, fields, word, i === words.length - 1 ? "prefix" : "any", at));
}
/** Any of the words, or as many as asked for, of the last only its start: what a search box asks while one types. */
export const matchBoolPrefix = fieldClause("query", z.strictObject({ query: scalar, operator: operator.optional(), minimum_should_match: minimum.default(1), boost }), (field, { query, operator, minimum_should_match, boost }, at, { context }) => {
    const parts = partsOf(context, fieldNames(context, [field], at), String(query), at);
    const wanted = minimumOf(minimum_should_match, parts.length, below(at, "minimum_should_match"));
    return boosted(or(parts, operator === "and" ? parts.length : Math.max(1, wanted)), boost);
}, isAnyField);
