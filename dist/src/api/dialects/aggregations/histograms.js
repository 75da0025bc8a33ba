import { z } from "zod";
import { zoneOf } from "../../../index/aggregations/zone.js";
import { badRequest, below } from "../input.js";
import { bucketing, checkHolds } from "./kind.js";
const minimum = z.int().min(0).default(0);
const numeric = z.strictObject({
    field: z.string(),
    interval: z.number().positive("must be above 0"),
    offset: z.number().default(0),
    min_doc_count: minimum,
});
/** Counts by steps of a number. */
export const histogram = bucketing(numeric, (given, at, { context, inner }) => {
    const { field, interval, offset, min_doc_count } = given;
    checkHolds(context, field, "numbers", at);
    const steps = { by: "number", width: interval, offset };
    return { kind: "histogram", field, steps, minimum: min_doc_count, limit: context.limits.buckets, ...inner };
});
const UNITS = {
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
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const temporal = z.strictObject({
    field: z.string(),
    calendar_interval: z.string().optional(),
    fixed_interval: z.string().optional(),
    interval: z.string().optional().describe("For old clients: a calendar interval, else a fixed one"),
    time_zone: z.string().default("UTC").describe("An IANA name, or +02:00"),
    min_doc_count: minimum,
});
function calendarSteps(text, zone) {
    const unit = Object.hasOwn(UNITS, text) ? UNITS[text] : undefined;
    return unit && { by: "calendar", unit, zone };
}
function fixedSteps(text, zone) {
    const [, count = "0", unit = ""] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
    const milliseconds = Number(count) * (MILLISECONDS[unit] ?? 0);
    return milliseconds > 0 ? { by: "time", milliseconds, zone } : undefined;
}
function stepsOf(given, at) {
    const { calendar_interval, fixed_interval, interval, time_zone: zone } = given;
    const names = ["calendar_interval", "fixed_interval", "interval"].filter((one) => given[one] !== undefined);
    const [name, another] = names;
    if (name === undefined || another !== undefined)
        throw badRequest(at, "needs one of calendar_interval (day, month …) and fixed_interval (90m, 7d …)");
    const steps = calendarSteps(calendar_interval ?? interval ?? "", zone) ?? fixedSteps(fixed_interval ?? interval ?? "", zone);
    if (steps)
        return steps;
    const hint = name === "calendar_interval" ? "minute, hour, day, week, month, quarter, year" : "such as 30s, 90m, 12h, 7d";
    throw badRequest(below(at, name), `'${given[name]}' is none; what may stand here is ${hint}`);
}
/** Counts by steps of time, on the calendar of a zone or of a fixed length. */
export const dateHistogram = bucketing(temporal, (given, at, { context, inner }) => {
    const { field, min_doc_count } = given;
    checkHolds(context, field, "times", at);
    if (!zoneOf(given.time_zone))
        throw badRequest(below(at, "time_zone"), `there is no time zone '${given.time_zone}'; write Europe/Vienna or +02:00`);
    const steps = stepsOf(given, at);
    return { kind: "histogram", field, steps, minimum: min_doc_count, limit: context.limits.buckets, ...inner };
});
