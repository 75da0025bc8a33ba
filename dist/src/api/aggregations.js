import { z } from "zod";
import { zoneOf } from "../index/aggregations/zone.js";
import { shown, termsShown } from "./show.js";
const bucket = z
    .object({
    key: z.union([z.string(), z.number()]).optional(),
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
/** A time as text on a zone's clock: `2026-11-22T00:00:00.000+01:00`. Microseconds since 1970. */
function timeText(microseconds, zone = "UTC") {
    const moment = Math.floor(microseconds / 1000);
    const offset = zoneOf(zone)?.(moment) ?? 0;
    const local = new Date(moment + offset).toISOString();
    if (zone === "UTC" || zone === "Z")
        return local;
    const minutes = Math.trunc(Math.abs(offset) / 60_000);
    const two = (number) => String(number).padStart(2, "0");
    return `${local.slice(0, -1)}${offset < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
/** A bound as Elasticsearch writes it in a range's key: numbers with a fraction, times as text, `*` for none. */
const boundText = (bound, kind) => bound === undefined
    ? "*"
    : kind === "date"
        ? timeText(bound)
        : Number.isInteger(bound) && Math.abs(bound) < 1e7
            ? bound.toFixed(1)
            : String(bound);
function boundShown(side, bound, kind) {
    if (bound === undefined)
        return {};
    return { [side]: shown(bound, kind), ...(kind === "date" && { [`${side}_as_string`]: timeText(bound) }) };
}
function rangeShown({ name, from, to }, kind) {
    const key = name ?? `${boundText(from, kind)}-${boundText(to, kind)}`;
    return { key, ...boundShown("from", from, kind), ...boundShown("to", to, kind) };
}
/** A measure of times is one in milliseconds, as text too where it is a moment. */
function measureShown(name, value, isTime) {
    if (!isTime || value === null)
        return { [name]: value };
    const text = Math.abs(value) < 8.64e18 ? { [`${name}_as_string`]: timeText(value) } : {};
    return { [name]: Math.floor(value / 1000), ...text };
}
function metricShown({ kind, field }, value, kindOf) {
    const moment = kind !== "cardinality" && kind !== "value_count" && kindOf(field) === "date";
    return measureShown("value", value, moment);
}
function statsShown({ field }, { count, min, max, avg, sum }, kindOf) {
    const measures = Object.entries({ min, max, avg, sum });
    const date = kindOf(field) === "date";
    return Object.assign({ count }, ...measures.map(([name, value]) => measureShown(name, value, date)));
}
/** What says which bucket it is, in Elasticsearch's words. */
function headShown(asked, { key }, kindOf) {
    if (asked.kind === "range")
        return rangeShown(asked.ranges[Number(key)], kindOf(asked.field));
    if (asked.kind !== "histogram")
        return {};
    if (asked.steps.by === "number")
        return { key };
    return { key: Number(key) / 1000, key_as_string: timeText(Number(key), asked.steps.zone) };
}
const within = (asked) => ("aggregations" in asked ? (asked.aggregations ?? {}) : {});
function bucketsShown(asked, buckets, kindOf) {
    const all = buckets.map((one) => ({
        ...headShown(asked, one, kindOf),
        doc_count: one.count,
        ...aggregationsShown(within(asked), one.aggregations ?? {}, kindOf),
    }));
    const names = asked.kind === "filters" ? asked.queries.map(({ name }) => name) : [];
    if (names.length === 0 || names.includes(undefined))
        return { buckets: all };
    return { buckets: Object.fromEntries(names.map((name, i) => [name, all[i]])) };
}
function oneShown(asked, answer, kindOf) {
    if ("distinct" in answer && asked.kind === "terms") {
        const { buckets, ...rest } = termsShown(answer, kindOf(asked.field));
        const inner = answer.buckets.map(({ aggregations = {} }) => aggregationsShown(within(asked), aggregations, kindOf));
        return { ...rest, buckets: buckets.map((one, i) => ({ ...one, ...inner[i] })) };
    }
    if ("buckets" in answer)
        return bucketsShown(asked, answer.buckets, kindOf);
    if ("value" in answer)
        return metricShown(asked, answer.value, kindOf);
    if ("sum" in answer)
        return statsShown(asked, answer, kindOf);
    return { doc_count: answer.count, ...aggregationsShown(within(asked), answer.aggregations ?? {}, kindOf) };
}
/** The answers to aggregations as Elasticsearch gives them. */
export const aggregationsShown = (asked, answers, kindOf) => Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, oneShown(asked[name], answer, kindOf)]));
