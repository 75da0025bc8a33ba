import type { MetricAggregation, MetricAnswer, Stats } from "../query.ts";
import type { Context } from "./context.ts";
import { type Asking } from "./probe.ts";
/** Measures the values of a field; each counts once a document. */
export declare function metricAnswer({ kind, field }: MetricAggregation, { path }: Context): Asking<MetricAnswer | Stats>;
