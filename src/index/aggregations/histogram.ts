import type { BucketsAnswer, HistogramAggregation } from "../query.ts";
import { filled, tooMany, type Context } from "./context.ts";
import { edgesOf } from "./edges.ts";
import { read, type Asking } from "./probe.ts";

/** Counts by steps of a number or a time. A bucket's key is where its step begins. */
export function* histogramAnswer(asked: HistogramAggregation, context: Context): Asking<BucketsAnswer> {
  const { field, steps, limit, minimum } = asked;
  const { path } = context;
  const { min, max } = yield* read({ what: "extent", field, path });
  if (min === null || max === null) return { buckets: [] };
  const edges = edgesOf(steps, min, max, limit);
  if (!edges)
    throw tooMany(`'${field}' spans more than ${limit} steps of the histogram; take wider ones, or narrow the search`);
  const counts = yield* read({ what: "steps", field, edges, path });
  const drafts = counts.map((count, i) => {
    const [key, to] = [edges[i]!, edges[i + 1]!];
    return { key, count, by: { kind: "between", field, from: key, to } as const };
  });
  const wanted = drafts.filter(({ count }) => count >= minimum);
  return { buckets: yield* filled(wanted, asked.aggregations, context) };
}
