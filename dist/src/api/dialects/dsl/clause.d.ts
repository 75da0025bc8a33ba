import { z } from "zod";
import type { SearchQuery } from "../../../index/query.ts";
import { type Context } from "../context.ts";
/** What a clause needs: the request's context, how deep it stands, and how to read a query inside it. */
export type Translate = {
    readonly context: Context;
    readonly depth: number;
    readonly query: (value: unknown, at: string) => SearchQuery;
};
/** One clause of the DSL: what may stand in it, and what it means. */
export type Clause = {
    readonly schema: z.ZodType;
    readonly read: (body: unknown, at: string, translate: Translate) => SearchQuery;
};
export declare const scalar: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>;
export declare const boost: z.ZodOptional<z.ZodNumber>;
/** Words or values, however many: one need not be a list. */
export declare const oneOrMore: <T extends z.ZodType>(item: T) => z.ZodUnion<readonly [T, z.ZodArray<T>]>;
export declare const asList: <T>(value: T | readonly T[] | undefined) => readonly T[];
/** A clause that is an object of options. */
export declare const clause: <T extends z.ZodType>(schema: T, read: (options: z.output<T>, at: string, translate: Translate) => SearchQuery) => Clause;
/**
 * A clause that names one field, with its options or, in short, the one option that matters: `{"term": {"status":
 * "active"}}` is `{"term": {"status": {"value": "active"}}}`.
 */
export declare const fieldClause: <T extends z.ZodObject>(short: string & keyof T["shape"], schema: T, read: (field: string, options: z.output<T>, at: string, translate: Translate) => SearchQuery, anyField?: (field: string) => boolean) => Clause;
