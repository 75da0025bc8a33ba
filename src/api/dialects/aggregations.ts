import { z } from "zod";
import type { TermsAggregation } from "../../index/query.ts";
import { knownKinds, type Context } from "./context.ts";
import { badRequest, below, onlyEntry, parsed, unsupported } from "./input.ts";

const terms = z.strictObject({ field: z.string(), size: z.int().min(1).default(10) });

/** Names and, for each, what to count. */
export const aggregationsSchema = z.record(z.string(), z.strictObject({ terms }));

function readOne(given: unknown, at: string, context: Context): TermsAggregation {
  const [name, body] = onlyEntry(given, at, "aggregation");
  const place = below(at, name);
  if (name === "aggs" || name === "aggregations") throw unsupported(place, "names no aggregation");
  if (name !== "terms") throw unsupported(place, `'${name}' is not supported; the aggregation that is, is terms`);
  const { field, size } = parsed(terms, body, place);
  const kinds = knownKinds(context, field, below(place, "field"));
  if (kinds.size > 1 && (kinds.has("date") || kinds.has("version")))
    throw badRequest(
      below(place, "field"),
      `'${field}' is ${[...kinds].join(" and ")} in the types searched; name a type`,
    );
  if (size > context.limits.buckets)
    throw badRequest(below(place, "size"), `is ${size}; at most ${context.limits.buckets} are taken`);
  return { kind: "terms", field, size };
}

/** What to count besides finding. */
export function readAggregations(
  given: Readonly<Record<string, unknown>>,
  at: string,
  context: Context,
): { [name: string]: TermsAggregation } {
  const entries = Object.entries(given);
  const { aggregations } = context.limits;
  if (entries.length > aggregations)
    throw badRequest(at, `has ${entries.length} aggregations; at most ${aggregations} are taken`);
  return Object.fromEntries(entries.map(([name, one]) => [name, readOne(one, below(at, name), context)]));
}
