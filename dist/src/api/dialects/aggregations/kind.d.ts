import type { z } from "zod";
import type { Aggregation, Aggregations, Scalar, SearchQuery } from "../../../index/query.ts";
import type { FieldKind } from "../../../index/schema.ts";
import { type Context } from "../context.ts";
/** What an aggregation needs: the request's context, how to read a query in it, and what is asked within its buckets. */
export type Around = {
    readonly context: Context;
    readonly query: (value: unknown, at: string) => SearchQuery;
    readonly inner: {
        readonly aggregations?: Aggregations;
    };
};
/** One aggregation of the DSL: what may stand in it, and what it means. `holds`: whether others may stand within it. */
export type AggregationKind = {
    readonly schema: z.ZodType;
    readonly holds: boolean;
    readonly read: (body: unknown, at: string, around: Around) => Aggregation;
};
/** An aggregation that has buckets. */
export declare const bucketing: <T extends z.ZodType>(schema: T, read: (options: z.output<T>, at: string, around: Around) => Aggregation) => AggregationKind;
/** The one kind that a field has in the types searched. @throws SearchlightError `bad-request` when it has several */
export declare function onlyKind(context: Context, field: string, at: string): FieldKind;
/** Refuses a field that does not hold what the aggregation is of, in all the types searched. */
export declare function checkHolds(context: Context, field: string, what: "numbers" | "times", at: string): void;
/** A value of a field as a client writes it; of a date, in whole or in part or calculated. */
export declare function valueIn(context: Context, field: string, value: Scalar, at: string): Scalar;
