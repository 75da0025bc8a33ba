import { z } from "zod";
import { zoneOf } from "../../../index/aggregations/zone.ts";
import type { CalendarUnit, Steps } from "../../../index/query.ts";
import type { Context } from "../context.ts";
import { badRequest, below } from "../input.ts";
import { bucketing, checkHolds, type AggregationKind } from "./kind.ts";

const minimum = z.int().min(0).default(0);
/** What says where steps of a number begin. */
export const numberSteps = z.strictObject({
  field: z.string(),
  interval: z.number().positive("must be above 0"),
  offset: z.number().default(0),
});
const numeric = numberSteps.extend({ min_doc_count: minimum });

/** @throws SearchlightError `bad-request` for a field of no numbers */
export function readNumberSteps(given: z.output<typeof numberSteps>, at: string, context: Context): Steps {
  checkHolds(context, given.field, "numbers", at);
  return { by: "number", width: given.interval, offset: given.offset };
}

/** Counts by steps of a number. */
export const histogram: AggregationKind = bucketing(numeric, (given, at, { context, inner }) => {
  const { field, min_doc_count } = given;
  const steps = readNumberSteps(given, at, context);
  return { kind: "histogram", field, steps, minimum: min_doc_count, limit: context.limits.buckets, ...inner };
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
});
const temporal = timeSteps.extend({ min_doc_count: minimum });

function calendarSteps(text: string, zone: string): Steps | undefined {
  const unit = Object.hasOwn(UNITS, text) ? UNITS[text] : undefined;
  return unit && { by: "calendar", unit, zone };
}

function fixedSteps(text: string, zone: string): Steps | undefined {
  const [, count = "0", unit = ""] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  const milliseconds = Number(count) * (MILLISECONDS[unit] ?? 0);
  return milliseconds > 0 ? { by: "time", milliseconds, zone } : undefined;
}

/** @throws SearchlightError `bad-request` for a field of no times, a zone that there is none of, or no interval */
export function readTimeSteps(given: z.output<typeof timeSteps>, at: string, context: Context): Steps {
  checkHolds(context, given.field, "times", at);
  if (!zoneOf(given.time_zone))
    throw badRequest(
      below(at, "time_zone"),
      `there is no time zone '${given.time_zone}'; write Europe/Vienna or +02:00`,
    );
  const { calendar_interval, fixed_interval, interval, time_zone: zone } = given;
  const names = (["calendar_interval", "fixed_interval", "interval"] as const).filter(
    (one) => given[one] !== undefined,
  );
  const [name, another] = names;
  if (name === undefined || another !== undefined)
    throw badRequest(at, "needs one of calendar_interval (day, month …) and fixed_interval (90m, 7d …)");
  const steps =
    calendarSteps(calendar_interval ?? interval ?? "", zone) ?? fixedSteps(fixed_interval ?? interval ?? "", zone);
  if (steps) return steps;
  const hint =
    name === "calendar_interval" ? "minute, hour, day, week, month, quarter, year" : "such as 30s, 90m, 12h, 7d";
  throw badRequest(below(at, name), `'${given[name]}' is none; what may stand here is ${hint}`);
}

/** Counts by steps of time, on the calendar of a zone or of a fixed length. */
export const dateHistogram: AggregationKind = bucketing(temporal, (given, at, { context, inner }) => {
  const { field, min_doc_count } = given;
  const steps = readTimeSteps(given, at, context);
  return { kind: "histogram", field, steps, minimum: min_doc_count, limit: context.limits.buckets, ...inner };
});
