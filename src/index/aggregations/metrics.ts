import type { MetricAggregation, MetricAnswer, Stats } from "../query.ts";
import type { Context } from "./context.ts";
import { read, type Asking, type NumberCounts } from "./probe.ts";
import { exactSum } from "./sum.ts";

function statsOf(counts: NumberCounts): Stats {
  const numbers = [...counts];
  const count = numbers.reduce((total, [, times]) => total + times, 0);
  if (count === 0) return { count, min: null, max: null, avg: null, sum: 0 };
  const sum = exactSum(numbers);
  const [min, max] = numbers.reduce(
    ([low, high], [value]) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return { count, min, max, avg: sum / count, sum };
}

/** Measures the values of a field; each counts once a document. */
export function* metricAnswer({ kind, field }: MetricAggregation, { path }: Context): Asking<MetricAnswer | Stats> {
  if (kind === "value_count") return { value: yield* read({ what: "count", field, path }) };
  if (kind === "cardinality") return { value: (yield* read({ what: "values", field, path })).size };
  if (kind === "min" || kind === "max") return { value: (yield* read({ what: "extent", field, path }))[kind] };
  const stats = statsOf(yield* read({ what: "numbers", field, path }));
  return kind === "stats" ? stats : { value: stats[kind] };
}
