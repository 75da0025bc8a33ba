import { z } from "zod";
import type { AggregationAnswers, Aggregations } from "../index/query.ts";
import type { FieldKind } from "../index/schema.ts";
/** The answer to an aggregation; which members it has depends on the aggregation. */
export declare const aggregationSchema: z.ZodObject<{
    doc_count_error_upper_bound: z.ZodOptional<z.ZodLiteral<0>>;
    sum_other_doc_count: z.ZodOptional<z.ZodInt>;
    buckets: z.ZodOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodObject<{
        key: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        key_as_string: z.ZodOptional<z.ZodString>;
        doc_count: z.ZodInt;
    }, z.core.$catchall<z.ZodUnknown>>>, z.ZodRecord<z.ZodString, z.ZodObject<{
        key: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        key_as_string: z.ZodOptional<z.ZodString>;
        doc_count: z.ZodInt;
    }, z.core.$catchall<z.ZodUnknown>>>]>>;
    doc_count: z.ZodOptional<z.ZodInt>;
    value: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodNull]>>;
    value_as_string: z.ZodOptional<z.ZodString>;
    count: z.ZodOptional<z.ZodInt>;
    min: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodNull]>>;
    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodNull]>>;
    avg: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodNull]>>;
    sum: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodNull]>>;
}, z.core.$catchall<z.ZodUnknown>>;
type Node = {
    readonly [name: string]: unknown;
};
/** What a field is in the types searched; `keyword` where it is several things. */
export type KindOf = (field: string) => FieldKind;
/** The answers to aggregations as Elasticsearch gives them. */
export declare const aggregationsShown: (asked: Aggregations, answers: AggregationAnswers, kindOf: KindOf) => {
    [name: string]: Node;
};
export {};
