import { filled } from "./context.js";
import { read, together } from "./probe.js";
/** Counts the documents of each bucket, one by one: a document may be in several. */
function* counted(buckets, { aggregations }, context) {
    const counts = yield* together(buckets.map(({ by }) => read({ what: "documents", path: [...context.path, by] })));
    const drafts = buckets.map((bucket, i) => ({ ...bucket, count: counts[i] }));
    return { buckets: yield* filled(drafts, aggregations, context) };
}
/** Counts by ranges of a number or a time. */
export const rangeAnswer = (asked, context) => counted(asked.ranges.map(({ from, to }, key) => ({
    key,
    by: { kind: "between", field: asked.field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
})), asked, context);
/** Counts by several queries. */
export const filtersAnswer = (asked, context) => counted(asked.queries.map(({ query }, key) => ({ key, by: { kind: "query", query } })), asked, context);
/** Counts what one query matches, or what has no value of a field. */
export function* singleAnswer(asked, context) {
    const by = asked.kind === "filter" ? { kind: "query", query: asked.query } : { kind: "missing", field: asked.field };
    const { buckets } = yield* counted([{ key: 0, by }], asked, context);
    const { key: _, ...rest } = buckets[0];
    return rest;
}
