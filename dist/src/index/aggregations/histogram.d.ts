import type { BucketsAnswer, HistogramAggregation } from "../query.ts";
import { type Context } from "./context.ts";
import { type Asking } from "./probe.ts";
/** Counts by steps of a number or a time. A bucket's key is where its step begins. */
export declare function histogramAnswer(asked: HistogramAggregation, context: Context): Asking<BucketsAnswer>;
