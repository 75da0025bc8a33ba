import { z } from "zod";
import { badRequest } from "./input.js";
const AMOUNT = /^[+-]?\d{1,4}%?$/;
const error = { error: "must be like 2, -1, 75%, -25% or 2<-25% 9<-3" };
/** How many of several must match, as Elasticsearch's clauses say it. */
export const minimum = z.union([z.int(error).min(-1024, error).max(1024, error), z.string().max(200)], error);
/** `3`, `-1` (all but one), `75%`, `-25%` (a quarter may be missing) of a count. Percentages are rounded down. */
function amountOf(amount, count) {
    const number = Number.parseInt(amount, 10);
    const asked = amount.endsWith("%") ? Math.trunc((count * number) / 100) : number;
    return Math.max(0, amount.startsWith("-") ? count + asked : asked);
}
/**
 * How many of `count` parts must match. `2<75% 9<-3` says: of up to two all, of up to nine three quarters, of more all but
 * three (https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-minimum-should-match).
 *
 * @throws SearchlightError `bad-request` for what is none of these
 */
export function minimumOf(given, count, at) {
    const conditions = String(given)
        .trim()
        .replaceAll(/\s*<\s*/g, "<")
        .split(/\s+/)
        .map((part) => part.split("<"));
    const simple = conditions.length === 1 && conditions[0].length === 1;
    const sound = (parts) => AMOUNT.test(parts.at(-1)) && (simple || (parts.length === 2 && /^\d{1,4}$/.test(parts[0])));
    if (!conditions.every(sound))
        throw badRequest(at, error.error);
    if (simple)
        return amountOf(conditions[0][0], count);
    const amount = conditions.findLast(([above]) => count > Number(above))?.[1];
    return amount === undefined ? count : amountOf(amount, count);
}
