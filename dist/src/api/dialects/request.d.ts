import { z } from "zod";
import type { Highlight } from "../../index/highlight.ts";
import type { Aggregations, SearchRequest } from "../../index/query.ts";
import type { Principal, Scope } from "../../index/scope.ts";
import type { Limits } from "../limits.ts";
import { type Permission } from "../permission.ts";
import { type Facet } from "./facets.ts";
import { type Picker } from "./source.ts";
/** True and false, also as Python writes them. */
export declare const flag: z.ZodUnion<readonly [z.ZodBoolean, z.ZodPipe<z.ZodEnum<{
    False: "False";
    True: "True";
    false: "false";
    true: "true";
}>, z.ZodTransform<boolean, "False" | "True" | "false" | "true">>]>;
/** True asks for cursors; a text is one, and goes on behind it. */
export declare const cursorSchema: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString]>>>;
/** The body of a search. */
export declare const searchSchema: z.ZodObject<{
    query: z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodUnknown>>>;
    type: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>>;
    index: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>>;
    offset: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>>;
    from: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>>;
    limit: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>>;
    size: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>>;
    sort: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodEnum<{
        asc: "asc";
        desc: "desc";
    }>, z.ZodObject<{
        order: z.ZodOptional<z.ZodEnum<{
            asc: "asc";
            desc: "desc";
        }>>;
        missing: z.ZodOptional<z.ZodLiteral<"_last">>;
        unmapped_type: z.ZodOptional<z.ZodString>;
        ignore_unmapped: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strict>]>>]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodEnum<{
        asc: "asc";
        desc: "desc";
    }>, z.ZodObject<{
        order: z.ZodOptional<z.ZodEnum<{
            asc: "asc";
            desc: "desc";
        }>>;
        missing: z.ZodOptional<z.ZodLiteral<"_last">>;
        unmapped_type: z.ZodOptional<z.ZodString>;
        ignore_unmapped: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strict>]>>]>>]>>>;
    cursor: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString]>>>;
    _source: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodBoolean, z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>, z.ZodObject<{
        include: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
        includes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
        exclude: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
        excludes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    }, z.core.$strict>]>>>;
    highlight: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        fields: z.ZodUnion<readonly [z.ZodRecord<z.ZodString, z.ZodObject<{}, z.core.$strict>>, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodObject<{}, z.core.$strict>>>]>;
        pre_tags: z.ZodDefault<z.ZodArray<z.ZodString>>;
        post_tags: z.ZodDefault<z.ZodArray<z.ZodString>>;
        fragment_size: z.ZodDefault<z.ZodInt>;
        number_of_fragments: z.ZodDefault<z.ZodInt>;
    }, z.core.$strict>>>;
    aggregations: z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodObject<{
        aggs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
        aggregations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    }, z.core.$strict>>>>;
    aggs: z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodObject<{
        aggs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
        aggregations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    }, z.core.$strict>>>>;
    post_filter: z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodUnknown>>>;
    facets: z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodObject<{
        field: z.ZodString;
        values: z.ZodOptional<z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>>;
        size: z.ZodDefault<z.ZodInt>;
        offset: z.ZodDefault<z.ZodInt>;
        prefix: z.ZodOptional<z.ZodString>;
        order: z.ZodDefault<z.ZodEnum<{
            count: "count";
            key: "key";
        }>>;
    }, z.core.$strict>>>>;
    version: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodBoolean, z.ZodPipe<z.ZodEnum<{
        False: "False";
        True: "True";
        false: "false";
        true: "true";
    }>, z.ZodTransform<boolean, "False" | "True" | "false" | "true">>]>>>;
    all_projects: z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodBoolean, z.ZodPipe<z.ZodEnum<{
        False: "False";
        True: "True";
        false: "false";
        true: "true";
    }>, z.ZodTransform<boolean, "False" | "True" | "false" | "true">>]>>>;
}, z.core.$strict>;
/** A search as asked for, and what its answer should hold. */
export type Asked = {
    readonly request: SearchRequest;
    readonly scope: Scope;
    readonly pick: Picker;
    readonly version: boolean;
    readonly highlight: Highlight | undefined;
    /** What is counted for the caller, and for which facets; the request counts the one within what is chosen of the other. */
    readonly aggregations: Aggregations;
    readonly facets: readonly Facet[];
};
/**
 * Reads the body of a search for this caller. `now` is in milliseconds since 1970.
 *
 * @throws SearchlightError for anything that is not as `searchSchema` says, naming its place
 */
export declare function readSearch(value: unknown, principal: Principal, permission: Permission, limits: Limits, now: number): Asked;
