import type { Hit } from "../hit.ts";
import type { Value } from "../values.ts";

/** What was counted within a bucket, where something was asked for. */
type Counted = { readonly count: number; readonly aggregations?: AggregationAnswers };

/** A bucket's `key` is the value as engines compare it, or the place in their list of ranges and queries; `count` is exact. */
export type Bucket = Counted & { readonly key: Value };

/** The buckets asked for, how many documents with a value lie outside them (`others`), and how many buckets there are. */
export type TermsAnswer = { readonly buckets: readonly Bucket[]; readonly others: number; readonly distinct: number };

/** The buckets of ranges, histograms and several queries, in their order. */
export type BucketsAnswer = { readonly buckets: readonly Bucket[] };

/** The combinations of a composite, their keys in the order of its sources. */
export type CompositeAnswer = { readonly tuples: readonly (Counted & { readonly keys: readonly (Value | null)[] })[] };

/** The first documents, and how many there are. */
export type HitsAnswer = { readonly total: number; readonly hits: readonly Hit[] };

/** What one metric measured; null where there was nothing to measure. */
export type MetricAnswer = { readonly value: number | null };

/** `sum` and `avg` are those of exact arithmetic, rounded once: the same in whatever order documents come. */
export type Stats = {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly avg: number | null;
  readonly sum: number;
};

/** The answer to an aggregation of the same name: `Counted` is of those that have one bucket. */
export type AggregationAnswer =
  | TermsAnswer
  | BucketsAnswer
  | CompositeAnswer
  | HitsAnswer
  | MetricAnswer
  | Stats
  | Counted;
export type AggregationAnswers = { readonly [name: string]: AggregationAnswer };

/** The answer to a `terms` aggregation of this name; undefined where there was none. */
export function termsIn(answers: AggregationAnswers, name: string): TermsAnswer | undefined {
  const answer = answers[name];
  return answer && "distinct" in answer ? answer : undefined;
}
