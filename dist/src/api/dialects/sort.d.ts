import { z } from "zod";
import type { Sort } from "../../index/query.ts";
import { type Context } from "./context.ts";
/** A field, `field:desc`, or `{field: "desc"}`, `{field: {"order": "desc"}}`; or a list of these. */
export declare const sortSchema: z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodEnum<{
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
}, z.core.$strict>]>>]>>]>;
/**
 * What to sort by. A field that only some of the types have is fine: the others come last.
 *
 * @throws SearchlightError `unknown-field` for one that none of them has
 */
export declare function readSort(given: z.output<typeof sortSchema> | null | undefined, at: string, context: Context): Sort[];
