import { z } from "zod";
import { SearchlightError } from "../../errors.js";
import { isObject } from "../../index/json.js";
/** A place in the caller's input, written as they would: `query.bool.must[0].term`. */
export const below = (at, key) => typeof key === "number" ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`;
/** A malformed input, and where. */
export const badRequest = (at, message) => new SearchlightError("bad-request", at === "" ? message : `${at}: ${message}`, { at });
/** Something that Elasticsearch knows and this service does not take, and where. */
export const unsupported = (at, message) => new SearchlightError("unsupported", `${at}: ${message}`, { at });
const said = (issue, keys) => issue.code === "unrecognized_keys"
    ? `'${issue.keys[0]}' is not known here${keys === "" ? "" : `; what may stand here is ${keys}`}`
    : issue.code === "invalid_type" && issue.input === undefined
        ? "is missing"
        : issue.message.replace(/^Invalid input: /, "");
/** The innermost issue: of a union, that of the branch that got furthest. */
function innermost(issue) {
    if (issue.code !== "invalid_union")
        return { issue, path: issue.path };
    const deepest = issue.errors
        .flat()
        .map(innermost)
        .toSorted((a, b) => b.path.length - a.path.length)[0];
    return deepest && deepest.path.length > 0
        ? { issue: deepest.issue, path: [...issue.path, ...deepest.path] }
        : { issue, path: issue.path };
}
/**
 * What this schema makes of a value.
 *
 * @throws SearchlightError `bad-request` naming the first thing wrong and its place
 */
export function parsed(schema, value, at) {
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success)
        return result.data;
    const { issue, path } = innermost(result.error.issues[0]);
    const keys = schema instanceof z.ZodObject && path.length === 0 ? Object.keys(schema.shape) : [];
    const key = issue.code === "unrecognized_keys" ? [...path, issue.keys[0]] : path;
    const place = key.reduce((where, part) => below(where, typeof part === "number" ? part : String(part)), at);
    throw badRequest(place, said(issue, keys.join(", ")));
}
/** The value as an object with exactly one key: how the DSL writes clauses and fields. */
export function onlyEntry(value, at, what) {
    if (!isObject(value))
        throw badRequest(at, `must be an object with one ${what}`);
    const entries = Object.entries(value);
    if (entries.length === 1)
        return entries[0];
    throw badRequest(at, entries.length === 0
        ? `names no ${what}`
        : `has ${entries.length} keys (${entries
            .map(([key]) => key)
            .slice(0, 5)
            .join(", ")}) where one ${what} belongs`);
}
