import { z } from "zod";
import type { SearchQuery } from "../../index/query.ts";
import type { Context } from "./context.ts";
/**
 * What a query of the DSL means.
 *
 * @throws SearchlightError `bad-request`, `unsupported` or `unknown-field`, naming the clause and its place
 */
export declare function readQuery(value: unknown, at: string, context: Context, depth?: number): SearchQuery;
/** A query, for the OpenAPI document: an object with one of the clauses. */
export declare const querySchema: z.ZodObject<{
    [x: string]: z.ZodOptional<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;
}, z.core.$strict>;
