import { microseconds } from "../../index/values.js";
const MILLISECONDS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)([.,]\d{1,9})?)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;
const STEP = /(?:([+-])(\d{0,9})|\/)([yMwdhHms])/y;
/** A month or year later; the 31st becomes the last of a shorter month. */
function laterMonth(time, months) {
    const date = new Date(time);
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    return date.setUTCDate(Math.min(day, last));
}
const later = (time, unit, count) => unit === "y" || unit === "M"
    ? laterMonth(time, unit === "y" ? count * 12 : count)
    : time + count * MILLISECONDS[unit];
/** The start of the second, …, year that a time lies in; weeks start on Monday. UTC. */
function startOf(time, unit) {
    const date = new Date(time);
    if (unit === "y")
        return Date.UTC(date.getUTCFullYear(), 0);
    if (unit === "M")
        return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
    const monday = unit === "w" ? 3 * MILLISECONDS.d : 0;
    return Math.floor((time + monday) / MILLISECONDS[unit]) * MILLISECONDS[unit] - monday;
}
/** `gt` and `lte` mean the end of what is named, its last microsecond; `gte` and `lt` its start. */
const atEnd = (side) => side === "gt" || side === "lte";
/** A date that may leave out its end: `2026`, `2026-11`, `2026-11-22`, `2026-11-22T17`. Microseconds. */
function written(text, side) {
    const match = DATE.exec(text.trim());
    if (!match)
        return undefined;
    const [, y, M = "01", d = "01", h = "00", m = "00", s = "00", fraction = "", zone = "Z"] = match;
    const start = microseconds(`${y}-${M}-${d}T${h}:${m}:${s}${fraction}${zone}`);
    if (start === undefined || fraction !== "" || !atEnd(side))
        return start;
    const unit = ["M", "d", "h", "m", "s"].findLast((_, i) => match[i + 2] !== undefined) ?? "y";
    return later(start / 1000, unit, 1) * 1000 - 1;
}
/** Applies `-1d/d` and the like to microseconds; undefined when it is none of that. */
function calculated(start, steps, side) {
    let time = start;
    STEP.lastIndex = 0;
    for (let end = 0; end < steps.length; end = STEP.lastIndex) {
        const match = STEP.exec(steps);
        if (!match)
            return undefined;
        const [, sign, count = "", letter] = match;
        const unit = (letter === "H" ? "h" : letter);
        const rest = time % 1000;
        if (sign)
            time =
                later((time - rest) / 1000, unit, Number(count === "" ? 1 : count) * (sign === "-" ? -1 : 1)) * 1000 + rest;
        else {
            const floor = startOf(Math.floor(time / 1000), unit);
            time = atEnd(side) ? later(floor, unit, 1) * 1000 - 1 : floor * 1000;
        }
        if (!Number.isFinite(time))
            return undefined;
    }
    return time;
}
/** Microseconds as services write times, all six digits; undefined outside the years 0 to 9999. */
function iso(time) {
    const milliseconds = Math.floor(time / 1000);
    if (!(milliseconds >= -62_167_219_200_000 && milliseconds <= 253_402_300_799_999))
        return undefined;
    const micro = String(time - milliseconds * 1000).padStart(3, "0");
    return `${new Date(milliseconds).toISOString().slice(0, -1)}${micro}Z`;
}
/** True for what is calculated rather than written: `now-10m`, `2026-11-22||+1d`. */
export const isDateMaths = (text) => /^now(?![\p{L}\p{N}])/u.test(text) || text.includes("||");
/**
 * The time that a caller means, as services write it: ISO 8601 in whole or in part, Elasticsearch's date maths
 * (https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#date-math) or milliseconds since 1970.
 * `now` is in milliseconds. Undefined for anything else.
 */
export function dateOf(value, side, now) {
    if (typeof value === "number")
        return iso(Math.round(value * 1000));
    const [, anchor, steps = ""] = /^(now|.*?\|\||.*)(.*)$/s.exec(isDateMaths(value) ? value : `${value}||`) ?? [];
    if (anchor === undefined)
        return undefined;
    const start = anchor === "now" ? now * 1000 : written(anchor.slice(0, -2), steps === "" ? side : "gte");
    const time = start === undefined ? undefined : calculated(start, steps, side);
    return time === undefined ? undefined : iso(time);
}
