import { knownKinds } from "../context.js";
import { dateOf } from "../dates.js";
import { badRequest, below, parsed } from "../input.js";
/** An aggregation that has buckets. */
export const bucketing = (schema, read) => ({ schema, holds: true, read: (body, at, around) => read(parsed(schema, body, at), at, around) });
/** The one kind that a field has in the types searched. @throws SearchlightError `bad-request` when it has several */
export function onlyKind(context, field, at) {
    const [kind, another] = knownKinds(context, field, below(at, "field"));
    if (another === undefined)
        return kind;
    throw badRequest(below(at, "field"), `'${field}' is ${kind} and ${another} in the types searched; name a type`);
}
const NUMBERS = new Set(["long", "double"]);
/** Refuses a field that does not hold what the aggregation is of, in all the types searched. */
export function checkHolds(context, field, what, at) {
    const kinds = [...knownKinds(context, field, below(at, "field"))];
    if (kinds.every((kind) => (what === "times" ? kind === "date" : NUMBERS.has(kind))))
        return;
    throw badRequest(below(at, "field"), `'${field}' is ${kinds.join(" and ")}, and this is of ${what}`);
}
/** A value of a field as a client writes it; of a date, in whole or in part or calculated. */
export function valueIn(context, field, value, at) {
    const kinds = context.kindsOf(field);
    if (!kinds.has("date") || kinds.size > 1)
        return value;
    const date = typeof value === "boolean" ? undefined : dateOf(value, "gte", context.now);
    if (date !== undefined)
        return date;
    throw badRequest(at, `${JSON.stringify(value)} is not a date; write 2026-11-22, 2026-11-22T17:13:30Z or now-10m`);
}
