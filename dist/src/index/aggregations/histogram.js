import { filled, tooMany } from "./context.js";
import { edgesOf } from "./edges.js";
import { read } from "./probe.js";
/** Counts by steps of a number or a time. A bucket's key is where its step begins. */
export function* histogramAnswer(asked, context) {
    const { field, steps, limit, minimum } = asked;
    const { path } = context;
    const { min, max } = yield* read({ what: "extent", field, path });
    if (min === null || max === null)
        return { buckets: [] };
    const edges = edgesOf(steps, min, max, limit);
    if (!edges)
        throw tooMany(`'${field}' spans more than ${limit} steps of the histogram; take wider ones, or narrow the search`);
    const counts = yield* read({ what: "steps", field, edges, path });
    const drafts = counts.map((count, i) => {
        const [key, to] = [edges[i], edges[i + 1]];
        return { key, count, by: { kind: "between", field, from: key, to } };
    });
    const wanted = drafts.filter(({ count }) => count >= minimum);
    return { buckets: yield* filled(wanted, asked.aggregations, context) };
}
