import { z } from "zod";
import { badRequest } from "../input.js";
import { rangeLeaf } from "../leaf.js";
import { boosted } from "../tree.js";
import { boost, fieldClause } from "./clause.js";
const bound = z.union([z.string(), z.number()], { error: "must be a string or a number" }).nullish();
const options = z.strictObject({
    gt: bound,
    gte: bound,
    lt: bound,
    lte: bound,
    from: bound,
    to: bound,
    include_lower: z.boolean().default(true),
    include_upper: z.boolean().default(true),
    boost,
});
/** `from` and `to` are how bounds were written before Elasticsearch 8; null is no bound. */
function boundsOf({ from, to, include_lower, include_upper, ...given }, at) {
    const all = {
        gt: given.gt ?? (include_lower ? undefined : from),
        gte: given.gte ?? (include_lower ? from : undefined),
        lt: given.lt ?? (include_upper ? undefined : to),
        lte: given.lte ?? (include_upper ? to : undefined),
    };
    const sides = Object.entries(all).filter(([, value]) => value !== undefined && value !== null);
    const twice = (a, b) => (all[a] ?? null) !== null && (all[b] ?? null) !== null;
    if (twice("gt", "gte") || twice("lt", "lte"))
        throw badRequest(at, "has two bounds for one side; give one");
    return Object.fromEntries(sides);
}
/** Values between bounds: numbers, dates (in part or calculated), texts by code point, versions as versions. */
export const range = fieldClause("gte", options, (field, given, at, { context }) => boosted(rangeLeaf(context, field, boundsOf(given, at), at), given.boost));
