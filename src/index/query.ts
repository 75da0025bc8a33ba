import type { BucketOrder, HistogramOptions, Shown, Standing } from "./aggregations/options.ts";
import type { Hit } from "./hit.ts";
import type { Place } from "./place.ts";
import type { Regexp } from "./regexp.ts";
import type { Value } from "./values.ts";

/** A value as a client writes it, before its field's kind is known. */
export type Scalar = string | number | boolean;

/** Bounds of a range; either side may be open. */
export type Bounds<T> = { readonly gt?: T; readonly gte?: T; readonly lt?: T; readonly lte?: T };

/** How the words of a `words` leaf must occur: any of them, all of them, side by side, or side by side with the last a prefix. */
export type WordsMode = "any" | "all" | "phrase" | "prefix";

/**
 * What is asked for, in no engine's dialect. Fields are names as callers know them; `fields: "any"` is free text over all
 * that the caller may see.
 *
 * Scores are sums of leaves: one of words or a pattern counts its best field's weight, any other leaf 1; `not` and
 * `filter` count 0; `nested` finds what has, in a nested field, one object that is all that is asked for, and counts what the
 * best such object does (free text in it looks in the object); `boost` multiplies what each leaf counts, which is rounded (see `weight.ts`). No statistics enter, so nothing that a caller may not see moves a score.
 */
export type SearchQuery =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "and"; readonly of: readonly SearchQuery[] }
  | { readonly kind: "or"; readonly of: readonly SearchQuery[]; readonly atLeast: number }
  | { readonly kind: "not"; readonly of: SearchQuery }
  | { readonly kind: "filter"; readonly of: SearchQuery }
  | { readonly kind: "boost"; readonly of: SearchQuery; readonly by: number }
  | { readonly kind: "terms"; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly kind: "range"; readonly field: string; readonly bounds: Bounds<string | number> }
  | { readonly kind: "exists"; readonly field: string }
  | { readonly kind: "pattern"; readonly fields: FieldNames; readonly pattern: Pattern }
  | { readonly kind: "words"; readonly fields: FieldNames; readonly text: string; readonly mode: WordsMode }
  | { readonly kind: "regexp"; readonly fields: FieldNames; readonly regexp: Regexp }
  | { readonly kind: "near"; readonly fields: FieldNames; readonly text: string; readonly slop: number }
  | SomeWords
  | { readonly kind: "nested"; readonly path: string; readonly of: SearchQuery }
  | CalledSo
  | { readonly kind: "ids"; readonly ids: readonly string[]; readonly type?: string };

/**
 * At least so many of a text's words (a word that is there twice counts twice), each within so many edits of a word of one
 * field. A field that has no words is compared whole. The first `prefix` characters of each must be as they are.
 */
export type SomeWords = {
  readonly kind: "some";
  readonly fields: FieldNames;
  readonly text: string;
  readonly atLeast: number;
  readonly edits: Edits;
  readonly prefix: number;
};

/**
 * Resources whose name, as a whole, begins with a text, case and accents aside: they count half of the name's weight, or of
 * `weight`; those that are called so, half as much again and the whole of it.
 */
export type CalledSo = { readonly kind: "called"; readonly text: string; readonly weight?: number };

/** How many edits: 0 to 2, or by length: a word shorter than the first number none, than the second one, else two. */
export type Edits = number | readonly [one: number, two: number];

/** Fields to look in, each with what a match in it counts for instead of its own weight. */
export type FieldNames = "any" | readonly { readonly name: string; readonly weight?: number }[];

/** Text with `*` (any run) and `?` (any one character). Linear to match, never a regular expression. */
export type Pattern = readonly PatternPart[];
export type PatternPart = { readonly text: string } | "*" | "?";

/** One key to sort by; documents without a value come last, whichever the order. `_score`, `_id` and `_type` are fields too. */
export type Sort = { readonly field: string; readonly order: "asc" | "desc" };

/** Values of a field: these (as clients write them), or those that start so; `folded`: case and accents aside. */
export type ValueChoice =
  | { readonly values: readonly Scalar[] }
  | { readonly prefix: string; readonly folded: boolean };

/** What is counted within each bucket besides its documents. */
type Within = { readonly aggregations?: Aggregations };

/**
 * Count documents by the values of a field, most frequent first unless `order` says otherwise; ties by key. `from` buckets
 * are passed over and `size` returned. `missing` is the value that documents without one count as. `types` restricts the
 * count to these.
 */
export type TermsAggregation = Within &
  Pick<Shown, "format"> & {
    readonly kind: "terms";
    readonly field: string;
    readonly size: number;
    readonly from?: number;
    readonly order?: BucketOrder;
    readonly include?: ValueChoice;
    readonly exclude?: ValueChoice;
    readonly missing?: Scalar;
    readonly types?: readonly string[];
  };

/**
 * `cardinality` and `value_count` are of any field; the others of numbers and times (microseconds). `missing` is the value that
 * documents without one count as.
 */
export type MetricAggregation = Pick<Shown, "format"> & {
  readonly kind: "cardinality" | "value_count" | "min" | "max" | "sum" | "avg" | "stats";
  readonly field: string;
  readonly missing?: Scalar;
};

/** Count documents with a value from `from` up to, not including, `to`, range by range; ranges may overlap, and have names. */
export type RangeAggregation = Within &
  Standing &
  Shown & {
    readonly kind: "range";
    readonly field: string;
    readonly ranges: readonly { readonly name?: string; readonly from?: number; readonly to?: number }[];
  };

/**
 * How a histogram is cut.
 *
 * - `number`: at every `width`, from `offset` on.
 * - `time`: at every `milliseconds` of the zone's clock.
 * - `calendar`: where the unit begins on the zone's calendar; weeks on Monday. `zone` is an IANA name or `+02:00`.
 * - `offset`: so much, or so many milliseconds, later.
 */
export type Steps =
  | { readonly by: "number"; readonly width: number; readonly offset: number }
  | { readonly by: "time"; readonly milliseconds: number; readonly zone: string; readonly offset?: number }
  | { readonly by: "calendar"; readonly unit: CalendarUnit; readonly zone: string; readonly offset?: number };
export type CalendarUnit = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/**
 * Count documents by the step that a value lies in, all steps from the first to the last with a document, but for those with
 * fewer than `minimum`. More than `limit` steps are refused.
 */
export type HistogramAggregation = Within &
  HistogramOptions &
  Shown & {
    readonly kind: "histogram";
    readonly field: string;
    readonly steps: Steps;
    readonly minimum: number;
    readonly limit: number;
  };

/**
 * One side of a composite: values of a field, or steps. `missing`: documents without a value count too, under null, which is
 * the least of keys.
 */
export type CompositeSource = { readonly name: string; readonly field: string; readonly order: Sort["order"] } & (
  | { readonly by: "value"; readonly missing: boolean }
  | { readonly by: "steps"; readonly steps: Steps; readonly limit: number }
);

/**
 * Count documents by every combination of their values, in the order of the sources, the first `size` behind the keys
 * `after`: so all of them can be paged through.
 */
export type CompositeAggregation = Within & {
  readonly kind: "composite";
  readonly sources: readonly CompositeSource[];
  readonly size: number;
  readonly after?: readonly (Value | null)[];
};

/** What of a document is shown: the fields of `include`, or all where that is empty, but for those of `exclude`. */
export type SourceChoice = false | { readonly include: readonly string[]; readonly exclude: readonly string[] };

/** The first documents, in an order. `source` and `version` are what of them is shown. */
export type HitsAggregation = {
  readonly kind: "hits";
  readonly sort: readonly Sort[];
  readonly from: number;
  readonly size: number;
  readonly source: SourceChoice;
  readonly version: boolean;
};

/** Count documents without a value of the field. */
export type MissingAggregation = Within & { readonly kind: "missing"; readonly field: string };
/** Count documents that match a query. */
export type FilterAggregation = Within & { readonly kind: "filter"; readonly query: SearchQuery };
/** Count documents by each of several queries, which may have names; a document may match several. */
export type FiltersAggregation = Within &
  Shown & {
    readonly kind: "filters";
    readonly queries: readonly { readonly name?: string; readonly query: SearchQuery }[];
  };

/**
 * Count the objects of a nested field in the documents found; what stands within counts and measures objects, by their own
 * fields alone.
 */
export type NestedAggregation = Within & { readonly kind: "nested"; readonly path: string };
/** Within a nested one: count the documents that have any of its objects; what stands within counts documents again. */
export type ReverseNestedAggregation = Within & { readonly kind: "reverse_nested" };

/** What is counted or measured of the documents found. */
export type Aggregation =
  | TermsAggregation
  | MetricAggregation
  | RangeAggregation
  | HistogramAggregation
  | CompositeAggregation
  | HitsAggregation
  | MissingAggregation
  | FilterAggregation
  | FiltersAggregation
  | NestedAggregation
  | ReverseNestedAggregation;
export type Aggregations = { readonly [name: string]: Aggregation };

/**
 * One search. `types` are the resource types to look in, all of them known and allowed. `postFilter` narrows hits and total
 * but not what is counted; it scores nothing. With `after`, hits begin behind that place, and `from` is 0; totals and
 * aggregations stay those of all that matches.
 */
export type SearchRequest = {
  readonly types: readonly string[];
  readonly query: SearchQuery;
  readonly postFilter?: SearchQuery;
  readonly sort: readonly Sort[];
  readonly from: number;
  readonly size: number;
  readonly after?: Place;
  readonly aggregations: Aggregations;
};

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
