import { z } from "zod";
import type { Aggregation, Aggregations, TermsAggregation } from "../../index/aggregations/aggregation.ts";
import type { SearchQuery } from "../../index/query.ts";
import { checkCountable } from "./aggregations/terms.ts";
import type { Context } from "./context.ts";
import { scalar } from "./dsl/clause.ts";
import { badRequest, below, parsed } from "./input.ts";
import { equalsLeaf } from "./leaf.ts";
import { ALL, and, or } from "./tree.ts";

const facet = z.strictObject({
  field: z.string(),
  values: z.array(scalar).optional().describe("What is chosen: hits have any of these"),
  size: z.int().min(1).default(10).describe("How many values to return"),
  offset: z.int().min(0).default(0).describe("How many values to pass over"),
  prefix: z.string().optional().describe("Only values that start so, case and accents aside"),
  order: z.enum(["count", "key"]).default("count").describe("Most frequent first, or by value"),
});

/** Names and, for each, a field to count and what of it is chosen. */
export const facetsSchema = z.record(z.string(), facet);

/** A facet of a search: what to count, and what hits must be to have one of its chosen values, where any is chosen. */
export type Facet = { readonly name: string; readonly terms: TermsAggregation; readonly chosen?: SearchQuery };

function readFacet(name: string, given: z.output<typeof facet>, at: string, context: Context): Facet {
  const { field, values = [], size, offset, prefix, order } = given;
  checkCountable(context, field, size, at);
  if (values.length > context.limits.values)
    throw badRequest(below(at, "values"), `has ${values.length} values; at most ${context.limits.values} are taken`);
  const terms: TermsAggregation = {
    kind: "terms",
    field,
    size,
    from: offset,
    order: { by: order, direction: order === "count" ? "desc" : "asc" },
    ...(prefix !== undefined && { include: { prefix, folded: true } }),
  };
  return {
    name,
    terms,
    ...(values.length > 0 && { chosen: or(values.map((one) => equalsLeaf(context, field, one))) }),
  };
}

/** The facets of a search. @throws SearchlightError naming the facet and its place */
export function readFacets(given: unknown, at: string, context: Context): Facet[] {
  const entries = Object.entries(parsed(facetsSchema, given, at));
  const { aggregations } = context.limits;
  if (entries.length > aggregations)
    throw badRequest(at, `has ${entries.length} facets; at most ${aggregations} are taken`);
  return entries.map(([name, one]) => readFacet(name, one, below(at, name), context));
}

const chosenIn = (facets: readonly Facet[]): SearchQuery[] =>
  facets.flatMap(({ chosen }) => (chosen === undefined ? [] : [chosen]));

/** What hits must be: across facets all, within one any of its chosen values. */
export const chosenOf = (facets: readonly Facet[]): SearchQuery => and(chosenIn(facets));

/** The names, in a search, of what counts its facets and of what it counts besides. */
export const FACETS = "facets";
export const COUNTS = "counts";
export const VALUES = "values";

/** Each facet counted under what is chosen in all others, so that its own other values stay visible; the rest under all. */
export function countedWith(facets: readonly Facet[], aggregations: Aggregations): Aggregations {
  if (facets.length === 0) return aggregations;
  const counts = facets.map(({ name, terms }): [string, Aggregation] => {
    const query = chosenOf(facets.filter((other) => other.name !== name));
    return [name, { kind: "filter", query, aggregations: { [VALUES]: terms } }];
  });
  return {
    [FACETS]: { kind: "filter", query: ALL, aggregations: Object.fromEntries(counts) },
    [COUNTS]: { kind: "filter", query: chosenOf(facets), aggregations },
  };
}
