import { z } from "zod";
import { isObject } from "../../index/json.ts";
import type { Aggregation, Aggregations } from "../../index/aggregations/aggregation.ts";
import { composite } from "./aggregations/composite.ts";
import { filter, filters, missing } from "./aggregations/filters.ts";
import { dateHistogram, histogram } from "./aggregations/histograms.ts";
import type { AggregationKind } from "./aggregations/kind.ts";
import { metrics } from "./aggregations/metrics.ts";
import { nested, reverseNested } from "./aggregations/nested.ts";
import { dateRange, range } from "./aggregations/ranges.ts";
import { terms } from "./aggregations/terms.ts";
import { topHits } from "./aggregations/top-hits.ts";
import type { Context } from "./context.ts";
import { readQuery } from "./dsl.ts";
import { badRequest, below, onlyEntry, unsupported } from "./input.ts";

/** The aggregations of Elasticsearch's DSL that this service takes, and no others. */
const KINDS: ReadonlyMap<string, AggregationKind> = new Map(
  Object.entries({
    terms,
    missing,
    ...metrics,
    range,
    date_range: dateRange,
    histogram,
    date_histogram: dateHistogram,
    filter,
    filters,
    nested,
    reverse_nested: reverseNested,
    composite,
    top_hits: topHits,
  }),
);

/** An aggregation, for the OpenAPI document: one of these, and within its buckets others. */
const one = z.strictObject({
  ...Object.fromEntries([...KINDS].map(([name, { schema }]) => [name, schema.optional()])),
  aggs: z.record(z.string(), z.unknown()).optional().describe("The same, counted within each bucket"),
  aggregations: z.record(z.string(), z.unknown()).optional().describe("The same as aggs"),
});

/** Names and, for each, what to count. */
export const aggregationsSchema = z.record(z.string(), one);

/** What an answer says of a bucket: within one, no aggregation has such a name. */
const OWN_WORDS = /^(key|key_as_string|doc_count|from|to|from_as_string|to_as_string)$/;

/** `read`: how many there were so far. */
type Reader = { readonly context: Context; readonly read: { count: number } };

function kindNamed(name: string, at: string): AggregationKind {
  const kind = KINDS.get(name);
  if (kind) return kind;
  throw unsupported(at, `'${name}' is not supported; the aggregations that are: ${[...KINDS.keys()].join(", ")}`);
}

/** What is asked within an aggregation's buckets, and the rest of it. */
function split(given: unknown, at: string): { own: unknown; inner: unknown; where: string } {
  if (!isObject(given)) return { own: given, inner: undefined, where: at };
  const { aggs, aggregations, ...own } = given;
  if (aggs !== undefined && aggregations !== undefined)
    throw badRequest(below(at, "aggs"), "means the same as 'aggregations'; give one of them");
  const where = below(at, aggs === undefined ? "aggregations" : "aggs");
  if (Object.keys(own).length === 0 && (aggs ?? aggregations) !== undefined)
    throw unsupported(where, "names no aggregation to stand within");
  return { own, inner: aggs ?? aggregations, where };
}

function readOne(given: unknown, at: string, reader: Reader, depth: number): Aggregation {
  const { own, inner, where } = split(given, at);
  const [name, body] = onlyEntry(own, at, "aggregation");
  const place = below(at, name);
  const kind = kindNamed(name, place);
  if (inner !== undefined && !kind.holds) throw badRequest(where, `${name} has no buckets to count within`);
  if (inner !== undefined && !isObject(inner)) throw badRequest(where, "must be an object of names and aggregations");
  const inside = kind.inside ? { ...reader, context: kind.inside(body, place, reader.context) } : reader;
  const aggregations = inner === undefined ? {} : { aggregations: readAll(inner, where, inside, depth + 1) };
  const query = (value: unknown, where: string) => readQuery(value, where, reader.context);
  return kind.read(body, place, { context: reader.context, query, inner: aggregations });
}

function readAll(given: Readonly<Record<string, unknown>>, at: string, reader: Reader, depth: number): Aggregations {
  const { aggregations, aggregationDepth } = reader.context.limits;
  const entries = Object.entries(given);
  reader.read.count += entries.length;
  if (reader.read.count > aggregations)
    throw badRequest(at, `has ${reader.read.count} aggregations; at most ${aggregations} are taken`);
  if (depth > aggregationDepth)
    throw badRequest(at, `aggregations stand at most ${aggregationDepth} deep in each other`);
  const own = depth > 1 && entries.find(([name]) => OWN_WORDS.test(name));
  if (own) throw badRequest(below(at, own[0]), "is a word of the answer's own; give the aggregation another name");
  return Object.fromEntries(entries.map(([name, one]) => [name, readOne(one, below(at, name), reader, depth)]));
}

/** What to count besides finding. @throws SearchlightError naming the aggregation and its place */
export const readAggregations = (
  given: Readonly<Record<string, unknown>>,
  at: string,
  context: Context,
): Aggregations => readAll(given, at, { context, read: { count: 0 } }, 1);
