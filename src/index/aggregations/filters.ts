import type { BucketsAnswer, AggregationAnswer } from "./counted.ts";
import type {
  FilterAggregation,
  FiltersAggregation,
  MissingAggregation,
  NestedAggregation,
  RangeAggregation,
  ReverseNestedAggregation,
} from "./aggregation.ts";
import { filled, type Context } from "./context.ts";
import { read, together, type Asking, type Narrowing } from "./probe.ts";

/** Counts the documents of each bucket, one by one: a document may be in several. */
function* counted(
  buckets: readonly { readonly key: number; readonly by: Narrowing }[],
  { aggregations }: Pick<RangeAggregation, "aggregations">,
  context: Context,
): Asking<BucketsAnswer> {
  const counts = yield* together(buckets.map(({ by }) => read({ what: "documents", path: [...context.path, by] })));
  const drafts = buckets.map((bucket, i) => ({ ...bucket, count: counts[i]! }));
  return { buckets: yield* filled(drafts, aggregations, context) };
}

function betweenOf({ field, missing }: RangeAggregation, { from, to }: RangeAggregation["ranges"][number]): Narrowing {
  const orMissing = missing !== undefined && missing >= (from ?? missing) && (to === undefined || missing < to);
  return { kind: "between", field, ...(from !== undefined && { from }), ...(to !== undefined && { to }), orMissing };
}

/** Counts by ranges of a number or a time. */
export const rangeAnswer = (asked: RangeAggregation, context: Context): Asking<BucketsAnswer> =>
  counted(
    asked.ranges.map((range, key) => ({ key, by: betweenOf(asked, range) })),
    asked,
    context,
  );

/** Counts by several queries. */
export const filtersAnswer = (asked: FiltersAggregation, context: Context): Asking<BucketsAnswer> =>
  counted(
    asked.queries.map(({ query }, key) => ({ key, by: { kind: "query", query } })),
    asked,
    context,
  );

type SingleAggregation = FilterAggregation | MissingAggregation | NestedAggregation | ReverseNestedAggregation;

function narrowingOf(asked: SingleAggregation): Narrowing {
  switch (asked.kind) {
    case "filter":
      return { kind: "query", query: asked.query };
    case "missing":
      return { kind: "missing", field: asked.field };
    case "nested":
      return { kind: "nested", path: asked.path };
    case "reverse_nested":
      return { kind: "reverse_nested" };
  }
}

/** Counts what one query matches, what has no value of a field, objects, or the documents of objects. */
export function* singleAnswer(asked: SingleAggregation, context: Context): Asking<AggregationAnswer> {
  const by = narrowingOf(asked);
  const { buckets } = yield* counted([{ key: 0, by }], asked, context);
  const { key: _, ...rest } = buckets[0]!;
  return rest;
}
