import type { BucketsAnswer, FilterAggregation, FiltersAggregation, AggregationAnswer, MissingAggregation, RangeAggregation } from "../query.ts";
import { type Context } from "./context.ts";
import { type Asking } from "./probe.ts";
/** Counts by ranges of a number or a time. */
export declare const rangeAnswer: (asked: RangeAggregation, context: Context) => Asking<BucketsAnswer>;
/** Counts by several queries. */
export declare const filtersAnswer: (asked: FiltersAggregation, context: Context) => Asking<BucketsAnswer>;
/** Counts what one query matches, or what has no value of a field. */
export declare function singleAnswer(asked: FilterAggregation | MissingAggregation, context: Context): Asking<AggregationAnswer>;
