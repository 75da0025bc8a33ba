import { z } from "zod";
import type { Aggregations, SearchQuery, TermsAggregation } from "../../index/query.ts";
import type { Context } from "./context.ts";
/** Names and, for each, a field to count and what of it is chosen. */
export declare const facetsSchema: z.ZodRecord<z.ZodString, z.ZodObject<{
    field: z.ZodString;
    values: z.ZodOptional<z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>>;
    size: z.ZodDefault<z.ZodInt>;
    offset: z.ZodDefault<z.ZodInt>;
    prefix: z.ZodOptional<z.ZodString>;
    order: z.ZodDefault<z.ZodEnum<{
        count: "count";
        key: "key";
    }>>;
}, z.core.$strict>>;
/** A facet of a search: what to count, and what hits must be to have one of its chosen values, where any is chosen. */
export type Facet = {
    readonly name: string;
    readonly terms: TermsAggregation;
    readonly chosen?: SearchQuery;
};
/** The facets of a search. @throws SearchlightError naming the facet and its place */
export declare function readFacets(given: unknown, at: string, context: Context): Facet[];
/** What hits must be: across facets all, within one any of its chosen values. */
export declare const chosenOf: (facets: readonly Facet[]) => SearchQuery;
/** The names, in a search, of what counts its facets and of what it counts besides. */
export declare const FACETS = "facets";
export declare const COUNTS = "counts";
export declare const VALUES = "values";
/** Each facet counted under what is chosen in all others, so that its own other values stay visible; the rest under all. */
export declare function countedWith(facets: readonly Facet[], aggregations: Aggregations): Aggregations;
