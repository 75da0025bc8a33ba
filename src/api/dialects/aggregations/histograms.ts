import { z } from "zod";
import { zoneOf } from "../../../index/aggregations/zone.ts";
import type { HistogramOptions, Shown, StepBounds } from "../../../index/aggregations/options.ts";
import type { CalendarUnit, Steps } from "../../../index/aggregations/aggregation.ts";
import type { Context } from "../context.ts";
import { scalar } from "../dsl/clause.ts";
import { badRequest, below } from "../input.ts";
import { bucketing, checkHolds, numberIn, type AggregationKind } from "./kind.ts";
import { order, orderOf } from "./order.ts";
import { format, toldAs } from "./told-as.ts";

const bound = z.union([z.number(), z.string()], { error: "must be a number, or of times a date" });
const bounds = z.strictObject({ min: bound.optional(), max: bound.optional() }).optional();

/** What may stand in either histogram besides its steps. */
const options = {
  min_doc_count: z.int().min(0).default(0),
  missing: scalar.optional().describe("What resources without a value count as"),
  keyed: z.boolean().optional(),
  order: order.optional(),
  extended_bounds: bounds.describe("Steps are told from one to the other, whether or not anything lies in them"),
  hard_bounds: bounds.describe("No steps are told outside of these"),
};
type Given = z.output<z.ZodObject<typeof options>> & { readonly field: string; readonly format?: string | undefined };

function readBounds(given: z.output<typeof bounds>, field: string, at: string, context: Context): StepBounds {
  const side = (name: "min" | "max"): number | undefined =>
    given?.[name] === undefined ? undefined : numberIn(context, field, given[name], below(at, name));
  const [min, max] = [side("min"), side("max")];
  if (min !== undefined && max !== undefined && min > max) throw badRequest(at, "'min' is above 'max'");
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** How a histogram is told. @throws SearchlightError `bad-request` */
function readOptions(given: Given, at: string, context: Context): HistogramOptions & Shown {
  const { field, extended_bounds, hard_bounds, order } = given;
  const extended = readBounds(extended_bounds, field, below(at, "extended_bounds"), context);
  const hard = readBounds(hard_bounds, field, below(at, "hard_bounds"), context);
  const outside =
    (extended.min ?? Infinity) < (hard.min ?? -Infinity) || (extended.max ?? -Infinity) > (hard.max ?? Infinity);
  if (outside) throw badRequest(below(at, "extended_bounds"), "must lie within hard_bounds");
  return { ...toldAs(given, at, context), ...(order && { order: orderOf(order) }), extended, hard };
}

/** What says where steps of a number begin. */
export const numberSteps = z.strictObject({
  field: z.string(),
  interval: z.number().positive("must be above 0"),
  offset: z.number().default(0),
});
const numeric = numberSteps.extend(options);

/** @throws SearchlightError `bad-request` for a field of no numbers */
export function readNumberSteps(given: z.output<typeof numberSteps>, at: string, context: Context): Steps {
  checkHolds(context, given.field, "numbers", at);
  return { by: "number", width: given.interval, offset: given.offset };
}

/** Counts by steps of a number. */
export const histogram: AggregationKind = bucketing(numeric, (given, at, { context, inner }) => {
  const { field, min_doc_count: minimum } = given;
  const steps = readNumberSteps(given, at, context);
  const options = readOptions(given, at, context);
  return { kind: "histogram", field, steps, minimum, limit: context.limits.buckets, ...options, ...inner };
});

const UNITS: Readonly<Record<string, CalendarUnit>> = {
  minute: "minute",
  "1m": "minute",
  hour: "hour",
  "1h": "hour",
  day: "day",
  "1d": "day",
  week: "week",
  "1w": "week",
  month: "month",
  "1M": "month",
  quarter: "quarter",
  "1q": "quarter",
  year: "year",
  "1y": "year",
};
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** What says where steps of time begin. */
export const timeSteps = z.strictObject({
  field: z.string(),
  calendar_interval: z.string().optional(),
  fixed_interval: z.string().optional(),
  interval: z.string().optional().describe("For old clients: a calendar interval, else a fixed one"),
  time_zone: z.string().default("UTC").describe("An IANA name, or +02:00"),
  offset: z.string().optional().describe("How much later steps begin: +6h, -1d"),
});
const temporal = timeSteps.extend({ ...options, format });

type Clock = { readonly zone: string; readonly offset: number };

function calendarSteps(text: string, clock: Clock): Steps | undefined {
  const unit = Object.hasOwn(UNITS, text) ? UNITS[text] : undefined;
  return unit && { by: "calendar", unit, ...clock };
}

/** A length of time in milliseconds: `90m`. Undefined for anything else. */
function lengthOf(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * MILLISECONDS[unit]!;
}

function fixedSteps(text: string, clock: Clock): Steps | undefined {
  const milliseconds = lengthOf(text) ?? 0;
  return milliseconds > 0 ? { by: "time", milliseconds, ...clock } : undefined;
}

/** @throws SearchlightError `bad-request` */
function readOffset(text: string, at: string): number {
  const length = lengthOf(text.replace(/^[+-]/, ""));
  if (length !== undefined) return text.startsWith("-") ? -length : length;
  throw badRequest(at, `'${text}' is no length of time; write +6h, -1d or 90m`);
}

/** @throws SearchlightError `bad-request` for a field of no times, a zone that there is none of, or no interval */
export function readTimeSteps(given: z.output<typeof timeSteps>, at: string, context: Context): Steps {
  checkHolds(context, given.field, "times", at);
  if (!zoneOf(given.time_zone))
    throw badRequest(
      below(at, "time_zone"),
      `there is no time zone '${given.time_zone}'; write Europe/Vienna or +02:00`,
    );
  const { calendar_interval, fixed_interval, interval, time_zone: zone, offset } = given;
  const names = (["calendar_interval", "fixed_interval", "interval"] as const).filter(
    (one) => given[one] !== undefined,
  );
  const [name, another] = names;
  if (name === undefined || another !== undefined)
    throw badRequest(at, "needs one of calendar_interval (day, month …) and fixed_interval (90m, 7d …)");
  const clock = { zone, offset: offset === undefined ? 0 : readOffset(offset, below(at, "offset")) };
  const steps =
    calendarSteps(calendar_interval ?? interval ?? "", clock) ?? fixedSteps(fixed_interval ?? interval ?? "", clock);
  if (steps) return steps;
  const hint =
    name === "calendar_interval" ? "minute, hour, day, week, month, quarter, year" : "such as 30s, 90m, 12h, 7d";
  throw badRequest(below(at, name), `'${given[name]}' is none; what may stand here is ${hint}`);
}

/** Counts by steps of time, on the calendar of a zone or of a fixed length. */
export const dateHistogram: AggregationKind = bucketing(temporal, (given, at, { context, inner }) => {
  const { field, min_doc_count: minimum } = given;
  const steps = readTimeSteps(given, at, context);
  const options = readOptions(given, at, context);
  return { kind: "histogram", field, steps, minimum, limit: context.limits.buckets, ...options, ...inner };
});
