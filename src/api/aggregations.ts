import { z } from "zod";
import type { Hit } from "../index/hit.ts";
import type {
  Aggregation,
  Aggregations,
  CompositeAggregation,
  HitsAggregation,
  MetricAggregation,
  RangeAggregation,
  TermsAggregation,
} from "../index/aggregations/aggregation.ts";
import type {
  AggregationAnswer,
  AggregationAnswers,
  Bucket,
  CompositeAnswer,
  HitsAnswer,
  Stats,
  TermsAnswer,
} from "../index/aggregations/counted.ts";
import type { FieldKind } from "../index/schema.ts";
import type { Value } from "../index/values.ts";
import { keyShown } from "./composite-key.ts";
import { hitSchema, type HitShown } from "./hits.ts";
import { shown, termsShown } from "./show.ts";
import { timeText } from "./time-text.ts";

const compositeKey = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const bucket = z
  .object({
    key: z
      .union([z.string(), z.number(), z.record(z.string(), compositeKey)])
      .optional()
      .describe("Of a composite, the key of each source"),
    key_as_string: z.string().optional(),
    doc_count: z.int(),
  })
  .catchall(z.unknown());

const measure = z.union([z.number(), z.null()]).optional();

/** The answer to an aggregation; which members it has depends on the aggregation. */
export const aggregationSchema = z
  .object({
    doc_count_error_upper_bound: z.literal(0).optional(),
    sum_other_doc_count: z.int().optional().describe("Exact"),
    buckets: z.union([z.array(bucket), z.record(z.string(), bucket)]).optional(),
    after_key: z.record(z.string(), compositeKey).optional().describe("What the next page goes on behind"),
    hits: z.object({ total: z.int(), max_score: z.number(), hits: z.array(hitSchema) }).optional(),
    doc_count: z.int().optional(),
    value: measure,
    value_as_string: z.string().optional(),
    count: z.int().optional(),
    min: measure,
    max: measure,
    avg: measure,
    sum: measure,
  })
  .catchall(z.unknown());

type Node = { readonly [name: string]: unknown };

/** What a field is in the types searched; `keyword` where it is several things. */
export type KindOf = (field: string) => FieldKind;

/** How what depends on the request is shown: kinds of fields, and hits within buckets. */
export type Show = {
  readonly kindOf: KindOf;
  readonly top: (hits: readonly Hit[], asked: HitsAggregation) => readonly HitShown[];
};

/** What a bound is of, and how times are written. */
type Bound = { readonly kind: FieldKind; readonly format: string | undefined };

/** A bound as Elasticsearch writes it in a range's key: numbers with a fraction, times as text, `*` for none. */
const boundText = (bound: number | undefined, { kind, format }: Bound): string =>
  bound === undefined ? "*" : kind === "date" ? timeText(bound, "UTC", format) : numberText(bound);

const numberText = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e7 ? number.toFixed(1) : String(number);

function boundShown(side: "from" | "to", bound: number | undefined, how: Bound): Node {
  if (bound === undefined) return {};
  const text = how.kind === "date" ? { [`${side}_as_string`]: boundText(bound, how) } : {};
  return { [side]: shown(bound, how.kind), ...text };
}

function rangeShown({ name, from, to }: RangeAggregation["ranges"][number], how: Bound): Node {
  const key = name ?? `${boundText(from, how)}-${boundText(to, how)}`;
  return { key, ...boundShown("from", from, how), ...boundShown("to", to, how) };
}

/** A measure of times is one in milliseconds, as text too where it is a moment. */
function measureShown(name: string, value: number | null, isTime: boolean, format: string | undefined): Node {
  if (!isTime || value === null) return { [name]: value };
  const text = Math.abs(value) < 8.64e18 ? { [`${name}_as_string`]: timeText(value, "UTC", format) } : {};
  return { [name]: Math.floor(value / 1000), ...text };
}

function metricShown({ kind, field, format }: MetricAggregation, value: number | null, kindOf: KindOf): Node {
  const moment = kind !== "cardinality" && kind !== "value_count" && kindOf(field) === "date";
  return measureShown("value", value, moment, format);
}

function statsShown({ field, format }: MetricAggregation, { count, min, max, avg, sum }: Stats, kindOf: KindOf): Node {
  const measures = Object.entries({ min, max, avg, sum });
  const date = kindOf(field) === "date";
  return Object.assign({ count }, ...measures.map(([name, value]) => measureShown(name, value, date, format))) as Node;
}

/** What says which bucket it is, in Elasticsearch's words. */
function headShown(asked: Aggregation, { key }: Bucket, kindOf: KindOf): Node {
  if (asked.kind === "range")
    return rangeShown(asked.ranges[Number(key)]!, { kind: kindOf(asked.field), format: asked.format });
  if (asked.kind !== "histogram") return {};
  if (asked.steps.by === "number") return { key };
  return { key: Number(key) / 1000, key_as_string: timeText(Number(key), asked.steps.zone, asked.format) };
}

const within = (asked: Aggregation): Aggregations => ("aggregations" in asked ? (asked.aggregations ?? {}) : {});

function bucketsShown(asked: Aggregation, buckets: readonly Bucket[], show: Show): Node {
  const all = buckets.map((one, i) => ({
    ...nameOfQuery(asked, i),
    ...headShown(asked, one, show.kindOf),
    doc_count: one.count,
    ...aggregationsShown(within(asked), one.aggregations ?? {}, show),
  }));
  const names = namesOf(asked, all);
  return { buckets: names ? Object.fromEntries(names.map((name, i) => [name, unnamed(asked, all[i]!)])) : all };
}

/** What buckets are called, where they are told by their names. */
function namesOf(asked: Aggregation, buckets: readonly Node[]): string[] | undefined {
  if (asked.kind === "filters") {
    const names = asked.queries.flatMap(({ name }) => name ?? []);
    return asked.keyed !== false && names.length > 0 ? names : undefined;
  }
  if (!("keyed" in asked) || !asked.keyed) return undefined;
  return buckets.map(({ key, key_as_string }) =>
    String(key_as_string ?? (typeof key === "number" ? numberText(key) : key)),
  );
}

/** The name of a query, where those that have names are told in a list all the same. */
const nameOfQuery = (asked: Aggregation, i: number): Node => {
  const name = asked.kind === "filters" && asked.keyed === false ? asked.queries[i]?.name : undefined;
  return name === undefined ? {} : { key: name };
};

/** A range that is told by its name has no key besides. */
function unnamed({ kind }: Aggregation, bucket: Node): Node {
  if (kind !== "range") return bucket;
  const { key: _, ...rest } = bucket;
  return rest;
}

function termsAnswerShown(asked: TermsAggregation, answer: TermsAnswer, show: Show): Node {
  const { buckets, ...rest } = termsShown(answer, show.kindOf(asked.field), asked.format);
  const inner = answer.buckets.map(({ aggregations = {} }) => aggregationsShown(within(asked), aggregations, show));
  return { ...rest, buckets: buckets.map((one, i) => ({ ...one, ...inner[i] })) };
}

function compositeShown(asked: CompositeAggregation, { tuples }: CompositeAnswer, show: Show): Node {
  const keyOf = (keys: readonly (Value | null)[]): Node =>
    Object.fromEntries(
      asked.sources.map((source, i) => [source.name, keyShown(keys[i] ?? null, source, show.kindOf(source.field))]),
    );
  const buckets = tuples.map(({ keys, count, aggregations = {} }) => ({
    key: keyOf(keys),
    doc_count: count,
    ...aggregationsShown(within(asked), aggregations, show),
  }));
  const last = buckets.at(-1);
  return { ...(last && { after_key: last.key }), buckets };
}

function topShown(asked: HitsAggregation, { total, hits }: HitsAnswer, { top }: Show): Node {
  const max_score = hits.reduce((most, { score }) => Math.max(most, score), 0);
  return { hits: { total, max_score, hits: top(hits, asked) } };
}

function oneShown(asked: Aggregation, answer: AggregationAnswer, show: Show): Node {
  if ("distinct" in answer) return termsAnswerShown(asked as TermsAggregation, answer, show);
  if ("tuples" in answer) return compositeShown(asked as CompositeAggregation, answer, show);
  if ("hits" in answer) return topShown(asked as HitsAggregation, answer, show);
  if ("buckets" in answer) return bucketsShown(asked, answer.buckets, show);
  if ("value" in answer) return metricShown(asked as MetricAggregation, answer.value, show.kindOf);
  if ("sum" in answer) return statsShown(asked as MetricAggregation, answer, show.kindOf);
  return { doc_count: answer.count, ...aggregationsShown(within(asked), answer.aggregations ?? {}, show) };
}

/** The answers to aggregations as Elasticsearch gives them. */
export const aggregationsShown = (
  asked: Aggregations,
  answers: AggregationAnswers,
  show: Show,
): { [name: string]: Node } =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, oneShown(asked[name]!, answer, show)]));
