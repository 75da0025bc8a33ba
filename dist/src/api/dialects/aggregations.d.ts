import { z } from "zod";
import type { Aggregations } from "../../index/query.ts";
import type { Context } from "./context.ts";
/** Names and, for each, what to count. */
export declare const aggregationsSchema: z.ZodRecord<z.ZodString, z.ZodObject<{
    aggs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    aggregations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
}, z.core.$strict>>;
/** What to count besides finding. @throws SearchlightError naming the aggregation and its place */
export declare const readAggregations: (given: Readonly<Record<string, unknown>>, at: string, context: Context) => Aggregations;
