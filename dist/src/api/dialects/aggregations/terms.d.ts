import { type Context } from "../context.ts";
import { type AggregationKind } from "./kind.ts";
/** Refuses what cannot be counted by value, or not so many. */
export declare function checkCountable(context: Context, field: string, size: number, at: string): void;
/** Counts by value: exact, whatever the size. */
export declare const terms: AggregationKind;
