import { z } from "zod";
import { parsePattern, prefixPattern } from "../../../index/pattern.js";
import { badRequest } from "../input.js";
import { patternLeaf, regexpLeaf } from "../leaf.js";
import { boosted } from "../tree.js";
import { boost, fieldClause } from "./clause.js";
/** Values, or words of a text, that start with this. */
export const prefix = fieldClause("value", z.strictObject({ value: z.string().optional(), prefix: z.string().optional(), boost }), (field, { value, prefix: old, boost }, at, { context }) => {
    const text = value ?? old;
    if (text === undefined)
        throw badRequest(at, "'value' is missing");
    return boosted(patternLeaf(context, [{ name: field }], prefixPattern(text), at), boost);
});
/** Values, or words of a text, like this: `*` is anything, `?` any one character, `\` makes either literal. */
export const wildcard = fieldClause("value", z.strictObject({ value: z.string().optional(), wildcard: z.string().optional(), boost }), (field, { value, wildcard: old, boost }, at, { context }) => {
    const text = value ?? old;
    if (text === undefined)
        throw badRequest(at, "'value' is missing");
    return boosted(patternLeaf(context, [{ name: field }], parsePattern(text), at), boost);
});
/** Values, or words of a text, like a regular expression as a whole; in time that grows with their length only. */
export const regexp = fieldClause("value", z.strictObject({
    value: z.string().describe(". [a-z] [^a] (a|b) * + ? {2,5} \\d \\w \\s, and \\ before a sign"),
    flags: z.literal("NONE").optional().describe("Taken for old clients; there are no other signs"),
    max_determinized_states: z.int().min(1).optional().describe("Taken for old clients; the limit is our own"),
    boost,
}), (field, { value, boost }, at, { context }) => boosted(regexpLeaf(context, [{ name: field }], value, at), boost));
