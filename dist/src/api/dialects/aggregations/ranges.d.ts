import { type AggregationKind } from "./kind.ts";
/** Counts by ranges of numbers: from a number up to, not including, another. */
export declare const range: AggregationKind;
/** Counts by ranges of times, which may be partial or calculated (`now-7d/d`). */
export declare const dateRange: AggregationKind;
