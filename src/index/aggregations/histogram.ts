import type { BucketsAnswer, HistogramAggregation } from "../query.ts";
import { filled, tooMany, type Context, type Draft } from "./context.ts";
import { edgesOf } from "./edges.ts";
import { read, type Asking, type Path } from "./probe.ts";

type Stepped = Pick<HistogramAggregation, "field" | "steps" | "limit">;

/** The steps from the first to the last with a document. A bucket's key is where its step begins. */
export function* stepsIn({ field, steps, limit }: Stepped, path: Path): Asking<(Draft & { readonly key: number })[]> {
  const { min, max } = yield* read({ what: "extent", field, path });
  if (min === null || max === null) return [];
  const edges = edgesOf(steps, min, max, limit);
  if (!edges)
    throw tooMany(`'${field}' spans more than ${limit} steps of the histogram; take wider ones, or narrow the search`);
  const counts = yield* read({ what: "steps", field, edges, path });
  return counts.map((count, i) => {
    const [key, to] = [edges[i]!, edges[i + 1]!];
    return { key, count, by: { kind: "between", field, from: key, to } as const };
  });
}

/** Counts by steps of a number or a time. */
export function* histogramAnswer(asked: HistogramAggregation, context: Context): Asking<BucketsAnswer> {
  const drafts = yield* stepsIn(asked, context.path);
  const wanted = drafts.filter(({ count }) => count >= asked.minimum);
  return { buckets: yield* filled(wanted, asked.aggregations, context) };
}
