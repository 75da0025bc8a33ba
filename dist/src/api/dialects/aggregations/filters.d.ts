import { type AggregationKind } from "./kind.ts";
/** Counts what a query matches. */
export declare const filter: AggregationKind;
/** Counts what each of several queries matches; they are a list, or have names. */
export declare const filters: AggregationKind;
/** Counts what has no value of a field. */
export declare const missing: AggregationKind;
