import { z } from "zod";
import type { RangeAggregation } from "../../../index/aggregations/aggregation.ts";
import { microseconds } from "../../../index/values.ts";
import { scalar } from "../dsl/clause.ts";
import { badRequest, below } from "../input.ts";
import { format, toldAs } from "./told-as.ts";
import { bucketing, checkHolds, valueIn, type AggregationKind } from "./kind.ts";

type Range = RangeAggregation["ranges"][number];

const common = { field: z.string(), missing: scalar.optional(), keyed: z.boolean().optional() };
const ranges = <T extends z.ZodType>(bound: T) =>
  z.strictObject({
    ...common,
    ranges: z
      .array(z.strictObject({ key: z.string().optional(), from: bound.nullish(), to: bound.nullish() }))
      .min(1, "must have at least one range"),
  });

/** As Elasticsearch orders them: from the lowest up, what begins nowhere first. */
const inOrder = (all: readonly Range[]): Range[] =>
  all.toSorted(
    (a, b) =>
      (a.from ?? -Number.MAX_VALUE) - (b.from ?? -Number.MAX_VALUE) ||
      (a.to ?? Number.MAX_VALUE) - (b.to ?? Number.MAX_VALUE),
  );

function rangeOf(name: string | undefined, from: number | undefined, to: number | undefined): Range {
  return { ...(name !== undefined && { name }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function checkCount(count: number, limit: number, at: string): void {
  if (count > limit) throw badRequest(below(at, "ranges"), `has ${count} ranges; at most ${limit} are taken`);
}

/** Counts by ranges of numbers: from a number up to, not including, another. */
export const range: AggregationKind = bucketing(ranges(z.number()), (given, at, { context, inner }) => {
  checkHolds(context, given.field, "numbers", at);
  checkCount(given.ranges.length, context.limits.ranges, at);
  const all = given.ranges.map(({ key, from, to }) => rangeOf(key, from ?? undefined, to ?? undefined));
  return { kind: "range", field: given.field, ranges: inOrder(all), ...toldAs(given, at, context), ...inner };
});

const time = z.union([z.string(), z.number()], { error: "must be a date" });

/** Counts by ranges of times, which may be partial or calculated (`now-7d/d`). */
export const dateRange: AggregationKind = bucketing(
  ranges(time).extend({ format }),
  (given, at, { context, inner }) => {
    checkHolds(context, given.field, "times", at);
    checkCount(given.ranges.length, context.limits.ranges, at);
    const bound = (value: string | number | null | undefined, place: string): number | undefined =>
      value === null || value === undefined
        ? undefined
        : microseconds(String(valueIn(context, given.field, value, place)));
    const all = given.ranges.map(({ key, from, to }, i) => {
      const place = below(below(at, "ranges"), i);
      return rangeOf(key, bound(from, below(place, "from")), bound(to, below(place, "to")));
    });
    return { kind: "range", field: given.field, ranges: inOrder(all), ...toldAs(given, at, context), ...inner };
  },
);
