import { z } from "zod";
import { type AggregationAnswers } from "../index/query.ts";
import type { KindOf } from "./aggregations.ts";
import { type Facet } from "./dialects/facets.ts";
/** The facets of a search, in its answer. */
export declare const facetsShownSchema: z.ZodRecord<z.ZodString, z.ZodObject<{
    buckets: z.ZodArray<z.ZodObject<{
        key: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>;
        key_as_string: z.ZodOptional<z.ZodString>;
        doc_count: z.ZodInt;
    }, z.core.$strip>>;
    sum_other_doc_count: z.ZodInt;
    distinct: z.ZodInt;
}, z.core.$strip>>;
/** What was counted within the one bucket of this name. */
export declare function innerOf(answers: AggregationAnswers, name: string): AggregationAnswers;
/** A search's facets with their values and counts. */
export declare function chosenShown(facets: readonly Facet[], answers: AggregationAnswers, kindOf: KindOf): z.output<typeof facetsShownSchema>;
