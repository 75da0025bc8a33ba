import type { Scalar, SearchQuery, Sort } from "../query.ts";
import type { Value } from "../values.ts";
import type { BucketOrder, HistogramOptions, Shown, Standing } from "./options.ts";

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
