import { z } from "zod";
import type { MetricAggregation } from "../../../index/aggregations/aggregation.ts";
import { valueKinds } from "../context.ts";
import { scalar } from "../dsl/clause.ts";
import { below, parsed } from "../input.ts";
import { checkHolds, numberIn, onlyKind, valueIn, type AggregationKind } from "./kind.ts";
import { format, formatOf } from "./told-as.ts";

const missing = scalar.optional().describe("What resources without a value count as");
const any = z.strictObject({ field: z.string(), missing });
/** Exact, whatever precision is asked for. */
const distinct = any.extend({ precision_threshold: z.int().min(0).optional() });

const counting = (kind: "cardinality" | "value_count", schema: typeof any | typeof distinct): AggregationKind => ({
  schema,
  holds: false,
  read: (body, at, { context }) => {
    const { field, missing } = parsed(schema, body, at);
    valueKinds(context, field, below(at, "field"));
    if (missing === undefined) return { kind, field };
    return { kind, field, missing: valueIn(context, field, missing, below(at, "missing")) };
  },
});

const measure = any.extend({ format });

const measuring = (kind: MetricAggregation["kind"]): AggregationKind => ({
  schema: measure,
  holds: false,
  read: (body, at, { context }) => {
    const given = parsed(measure, body, at);
    const { field, missing } = given;
    const times = context.kindsOf(field).has("date");
    if (times) onlyKind(context, field, at);
    else checkHolds(context, field, "numbers", at);
    const told = { kind, field, ...formatOf(given, at, context) };
    if (missing === undefined) return told;
    return { ...told, missing: numberIn(context, field, missing, below(at, "missing")) };
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
