import { z } from "zod";
import type { MetricAggregation } from "../../../index/query.ts";
import { valueKinds } from "../context.ts";
import { below, parsed } from "../input.ts";
import { checkHolds, onlyKind, type AggregationKind } from "./kind.ts";

const any = z.strictObject({ field: z.string() });
/** Exact, whatever precision is asked for. */
const distinct = z.strictObject({ field: z.string(), precision_threshold: z.int().min(0).optional() });

const counting = (kind: "cardinality" | "value_count", schema: typeof any | typeof distinct): AggregationKind => ({
  schema,
  holds: false,
  read: (body, at, { context }) => {
    const { field } = parsed(schema, body, at);
    valueKinds(context, field, below(at, "field"));
    return { kind, field };
  },
});

const measuring = (kind: MetricAggregation["kind"]): AggregationKind => ({
  schema: any,
  holds: false,
  read: (body, at, { context }) => {
    const { field } = parsed(any, body, at);
    if (!context.kindsOf(field).has("date")) checkHolds(context, field, "numbers", at);
    else onlyKind(context, field, at);
    return { kind, field };
  },
});

/** One number about the values of a field, or several. */
export const metrics: Readonly<Record<MetricAggregation["kind"], AggregationKind>> = {
  cardinality: counting("cardinality", distinct),
  value_count: counting("value_count", any),
  min: measuring("min"),
  max: measuring("max"),
  sum: measuring("sum"),
  avg: measuring("avg"),
  stats: measuring("stats"),
};
