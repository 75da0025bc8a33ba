import type { MetricAggregation } from "../../../index/query.ts";
import { type AggregationKind } from "./kind.ts";
/** One number about the values of a field, or several. */
export declare const metrics: Readonly<Record<MetricAggregation["kind"], AggregationKind>>;
