import { z } from "zod";
import type { SearchQuery } from "../../../index/query.ts";
import { valueKinds, type Context } from "../context.ts";
import { below, onlyEntry, parsed } from "../input.ts";
import { isObject } from "../../../index/json.ts";

/** What a clause needs: the request's context, how deep it stands, and how to read a query inside it, or in another context. */
export type Translate = {
  readonly context: Context;
  readonly depth: number;
  readonly query: (value: unknown, at: string) => SearchQuery;
  readonly read: (value: unknown, at: string, context: Context) => SearchQuery;
};

/** One clause of the DSL: what may stand in it, and what it means. */
export type Clause = {
  readonly schema: z.ZodType;
  readonly read: (body: unknown, at: string, translate: Translate) => SearchQuery;
};

export const scalar = z.union([z.string(), z.number(), z.boolean()], {
  error: "must be a string, a number or true or false",
});
export const boost = z.number().min(0).max(1e6).optional();
/** Words or values, however many: one need not be a list. */
export const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]);
export const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** A clause that is an object of options. */
export const clause = <T extends z.ZodType>(
  schema: T,
  read: (options: z.output<T>, at: string, translate: Translate) => SearchQuery,
): Clause => ({ schema, read: (body, at, translate) => read(parsed(schema, body, at), at, translate) });

/**
 * A clause that names one field, with its options or, in short, the one option that matters: `{"term": {"status":
 * "active"}}` is `{"term": {"status": {"value": "active"}}}`.
 */
export const fieldClause = <T extends z.ZodObject>(
  short: string & keyof T["shape"],
  schema: T,
  read: (field: string, options: z.output<T>, at: string, translate: Translate) => SearchQuery,
  anyField: (field: string) => boolean = () => false,
): Clause => ({
  schema: z.record(z.string(), z.union([(schema.shape as Record<string, z.ZodType>)[short]!, schema])),
  read: (body, at, translate) => {
    const [field, given] = onlyEntry(body, at, "field");
    const place = below(at, field);
    if (!anyField(field)) valueKinds(translate.context, field, place);
    return read(field, parsed(schema, isObject(given) ? given : { [short]: given }, place), place, translate);
  },
});
