import type { MetricAggregation } from "./aggregation.ts";
import type { MetricAnswer, Stats } from "./counted.ts";
import type { Context } from "./context.ts";
import { lacking } from "./lacking.ts";
import { extentOf, read, type Asking, type NumberCounts } from "./probe.ts";
import { exactSum } from "./sum.ts";
import { valuesOf } from "./terms.ts";

function statsOf(counts: NumberCounts): Stats {
  const numbers = [...counts];
  const count = numbers.reduce((total, [, times]) => total + times, 0);
  const { min, max } = extentOf(counts.keys());
  if (min === null || max === null) return { count, min, max, avg: null, sum: 0 };
  const sum = exactSum(numbers);
  return { count, min, max, avg: sum / count, sum };
}

/** Measures the values of a field; each counts once a document. */
export function* metricAnswer(asked: MetricAggregation, context: Context): Asking<MetricAnswer | Stats> {
  const { kind, field, missing } = asked;
  const { path } = context;
  const counts = kind === "value_count" || kind === "cardinality";
  const [stand] =
    missing === undefined ? [] : typeof missing === "number" && !counts ? [missing] : valuesOf(context, field, missing);
  const without = yield* lacking(field, stand, path);
  if (kind === "value_count") return { value: (yield* read({ what: "count", field, path })) + without };
  if (kind === "cardinality") {
    const values = yield* read({ what: "values", field, path });
    return { value: values.size + (without > 0 && !values.has(stand!) ? 1 : 0) };
  }
  if (kind === "min" || kind === "max") {
    const extent = yield* read({ what: "extent", field, path });
    const known = [extent.min, extent.max, without > 0 ? stand : null];
    return { value: extentOf(known.filter((one) => typeof one === "number"))[kind] };
  }
  const numbers = new Map(yield* read({ what: "numbers", field, path }));
  if (typeof stand === "number" && without > 0) numbers.set(stand, (numbers.get(stand) ?? 0) + without);
  const stats = statsOf(numbers);
  return kind === "stats" ? stats : { value: stats[kind] };
}
