import { z } from "zod";
import { isObject } from "../../../index/json.ts";
import { knownKinds } from "../context.ts";
import { inner as query } from "../dsl/compound.ts";
import { badRequest, below } from "../input.ts";
import { bucketing, type AggregationKind } from "./kind.ts";

/** Counts what a query matches. */
export const filter: AggregationKind = {
  schema: query,
  holds: true,
  read: (body, at, around) => ({ kind: "filter", query: around.query(body, at), ...around.inner }),
};

const options = {
  keyed: z.boolean().optional().describe("false: a list, though the queries have names"),
  other_bucket: z.boolean().optional().describe("Counts too what matches none of them"),
  other_bucket_key: z.string().optional(),
};
const several = z.strictObject({
  filters: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  ...options,
});

/** Counts what each of several queries matches; they are a list, or have names. */
export const filters: AggregationKind = {
  ...bucketing(several, (given, place, around) => {
    const at = below(place, "filters");
    const { limits } = around.context;
    const entries: [string | number, unknown][] = isObject(given.filters)
      ? Object.entries(given.filters)
      : [...given.filters.entries()];
    if (entries.length > limits.ranges)
      throw badRequest(at, `has ${entries.length} queries; at most ${limits.ranges} are taken`);
    const queries = entries.map(([name, one]) => ({
      ...(typeof name === "string" && { name }),
      query: around.query(one, below(at, name)),
    }));
    const { keyed, other_bucket, other_bucket_key: name = "_other_" } = given;
    if (!(other_bucket ?? given.other_bucket_key !== undefined))
      return { kind: "filters", queries, ...(keyed !== undefined && { keyed }), ...around.inner };
    const any = { kind: "or", of: queries.map(({ query }) => query), atLeast: 1 } as const;
    const other = { ...(isObject(given.filters) && { name }), query: { kind: "not", of: any } as const };
    if (isObject(given.filters) && Object.hasOwn(given.filters, name))
      throw badRequest(below(place, "other_bucket_key"), `'${name}' is the name of one of the queries`);
    return { kind: "filters", queries: [...queries, other], ...(keyed !== undefined && { keyed }), ...around.inner };
  }),
  schema: z.strictObject({ filters: z.union([z.array(query), z.record(z.string(), query)]), ...options }),
};

/** Counts what has no value of a field. */
export const missing: AggregationKind = bucketing(z.strictObject({ field: z.string() }), ({ field }, at, around) => {
  knownKinds(around.context, field, below(at, "field"));
  return { kind: "missing", field, ...around.inner };
});
