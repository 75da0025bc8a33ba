import { z } from "zod";
import { type Catalog } from "../index/catalog.ts";
import type { Freshness } from "../index/freshness.ts";
import type { SearchAnswer } from "../index/store.ts";
import type { Asked } from "./dialects/request.ts";
/** What a search is answered with. */
export declare const answerSchema: z.ZodObject<{
    timed_out: z.ZodBoolean;
    complete: z.ZodBoolean;
    reasons: z.ZodArray<z.ZodString>;
    as_of: z.ZodNullable<z.ZodISODateTime>;
    sources: z.ZodOptional<z.ZodArray<z.ZodObject<{
        source: z.ZodString;
        position: z.ZodInt;
        newest: z.ZodNullable<z.ZodISODateTime>;
        read_at: z.ZodNullable<z.ZodISODateTime>;
    }, z.core.$strip>>>;
    took: z.ZodInt;
    _shards: z.ZodObject<{
        total: z.ZodInt;
        successful: z.ZodInt;
        failed: z.ZodInt;
        failures: z.ZodOptional<z.ZodArray<z.ZodObject<{
            reason: z.ZodString;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
    hits: z.ZodObject<{
        total: z.ZodInt;
        max_score: z.ZodNumber;
        hits: z.ZodArray<z.ZodObject<{
            _index: z.ZodString;
            _type: z.ZodString;
            _id: z.ZodString;
            _score: z.ZodNumber;
            _source: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
            _version: z.ZodOptional<z.ZodInt>;
            highlight: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodString>>>;
            sort: z.ZodOptional<z.ZodArray<z.ZodUnknown>>;
        }, z.core.$strip>>;
    }, z.core.$strip>;
    aggregations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
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
    }, z.core.$catchall<z.ZodUnknown>>>>;
    facets: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
        buckets: z.ZodArray<z.ZodObject<{
            key: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>;
            key_as_string: z.ZodOptional<z.ZodString>;
            doc_count: z.ZodInt;
        }, z.core.$strip>>;
        sum_other_doc_count: z.ZodInt;
        distinct: z.ZodInt;
    }, z.core.$strip>>>;
    cursor: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type Shown = z.output<typeof answerSchema>;
/** The answer to a search as clients of Searchlight read it. `took` is in milliseconds. */
export declare function answerShown(answer: SearchAnswer, asked: Asked, { catalog, freshness }: {
    readonly catalog: Catalog;
    readonly freshness: Freshness;
}, took: number): Shown;
export {};
