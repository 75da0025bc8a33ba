import type { z } from "zod";
import type { Aggregation, Aggregations } from "../../../index/aggregations/aggregation.ts";
import type { Scalar, SearchQuery } from "../../../index/query.ts";
import type { FieldKind } from "../../../index/schema.ts";
import { microseconds, valueOf } from "../../../index/values.ts";
import { knownKinds, type Context } from "../context.ts";
import { dateOf } from "../dates.ts";
import { badRequest, below, parsed } from "../input.ts";

/** What an aggregation needs: the request's context, how to read a query in it, and what is asked within its buckets. */
export type Around = {
  readonly context: Context;
  readonly query: (value: unknown, at: string) => SearchQuery;
  readonly inner: { readonly aggregations?: Aggregations };
};

/**
 * One aggregation of the DSL: what may stand in it, and what it means. `holds`: whether others may stand within it; `inside`:
 * what they are read in, where that is another context.
 */
export type AggregationKind = {
  readonly schema: z.ZodType;
  readonly holds: boolean;
  readonly inside?: (body: unknown, at: string, context: Context) => Context;
  readonly read: (body: unknown, at: string, around: Around) => Aggregation;
};

/** An aggregation that has buckets. */
export const bucketing = <T extends z.ZodType>(
  schema: T,
  read: (options: z.output<T>, at: string, around: Around) => Aggregation,
): AggregationKind => ({ schema, holds: true, read: (body, at, around) => read(parsed(schema, body, at), at, around) });

/** The one kind that a field has in the types searched. @throws SearchlightError `bad-request` when it has several */
export function onlyKind(context: Context, field: string, at: string): FieldKind {
  const [kind, another] = knownKinds(context, field, below(at, "field"));
  if (another === undefined) return kind!;
  throw badRequest(below(at, "field"), `'${field}' is ${kind} and ${another} in the types searched; name a type`);
}

/** Of an open map's entries, what reads as a number is one. */
const NUMBERS: ReadonlySet<FieldKind> = new Set(["long", "double", "open"]);

/** Refuses a field that does not hold what the aggregation is of, in all the types searched. */
export function checkHolds(context: Context, field: string, what: "numbers" | "times", at: string): void {
  const kinds = [...knownKinds(context, field, below(at, "field"))];
  if (kinds.every((kind) => (what === "times" ? kind === "date" : NUMBERS.has(kind)))) return;
  throw badRequest(below(at, "field"), `'${field}' is ${kinds.join(" and ")}, and this is of ${what}`);
}

/** A number as a client writes it, or of a field of times such a one; in microseconds then. */
export function numberIn(context: Context, field: string, value: Scalar, at: string): number {
  const times = context.kindsOf(field).has("date");
  const number = times ? microseconds(String(valueIn(context, field, value, at))) : valueOf("double", value);
  if (typeof number === "number") return number;
  throw badRequest(at, `${JSON.stringify(value)} is not a number`);
}

/** A value of a field as a client writes it; of a date, in whole or in part or calculated. */
export function valueIn(context: Context, field: string, value: Scalar, at: string): Scalar {
  const kinds = context.kindsOf(field);
  if (!kinds.has("date") || kinds.size > 1) return value;
  const date = typeof value === "boolean" ? undefined : dateOf(value, "gte", context.now);
  if (date !== undefined) return date;
  throw badRequest(at, `${JSON.stringify(value)} is not a date; write 2026-11-22, 2026-11-22T17:13:30Z or now-10m`);
}
