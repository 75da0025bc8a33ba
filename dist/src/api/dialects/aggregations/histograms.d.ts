import { type AggregationKind } from "./kind.ts";
/** Counts by steps of a number. */
export declare const histogram: AggregationKind;
/** Counts by steps of time, on the calendar of a zone or of a fixed length. */
export declare const dateHistogram: AggregationKind;
