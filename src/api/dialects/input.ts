import { z } from "zod";
import { SearchlightError } from "../../errors.ts";
import { isObject } from "../../index/json.ts";

/** A place in the caller's input, written as they would: `query.bool.must[0].term`. */
export const below = (at: string, key: string | number): string =>
  typeof key === "number" ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`;

/** A malformed input, and where. */
export const badRequest = (at: string, message: string): SearchlightError =>
  new SearchlightError("bad-request", at === "" ? message : `${at}: ${message}`, { at });

/** Something that Elasticsearch knows and this service does not take, and where. */
export const unsupported = (at: string, message: string): SearchlightError =>
  new SearchlightError("unsupported", `${at}: ${message}`, { at });

type Issue = z.core.$ZodIssue;

const said = (issue: Issue, keys: string): string =>
  issue.code === "unrecognized_keys"
    ? `'${issue.keys[0]}' is not known here${keys === "" ? "" : `; what may stand here is ${keys}`}`
    : issue.code === "invalid_type" && issue.input === undefined
      ? "is missing"
      : issue.message.replace(/^Invalid input: /, "");

/** The innermost issue: of a union, that of the branch that got furthest. */
function innermost(issue: Issue): { issue: Issue; path: readonly PropertyKey[] } {
  if (issue.code !== "invalid_union") return { issue, path: issue.path };
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
export function parsed<T extends z.ZodType>(schema: T, value: unknown, at: string): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { issue, path } = innermost(result.error.issues[0]!);
  const keys = schema instanceof z.ZodObject && path.length === 0 ? Object.keys(schema.shape) : [];
  const key = issue.code === "unrecognized_keys" ? [...path, issue.keys[0]!] : path;
  const place = key.reduce<string>((where, part) => below(where, typeof part === "number" ? part : String(part)), at);
  throw badRequest(place, said(issue, keys.join(", ")));
}

/** The value as an object with exactly one key: how the DSL writes clauses and fields. */
export function onlyEntry(value: unknown, at: string, what: string): [key: string, value: unknown] {
  if (!isObject(value)) throw badRequest(at, `must be an object with one ${what}`);
  const entries = Object.entries(value);
  if (entries.length === 1) return entries[0]!;
  throw badRequest(
    at,
    entries.length === 0
      ? `names no ${what}`
      : `has ${entries.length} keys (${entries
          .map(([key]) => key)
          .slice(0, 5)
          .join(", ")}) where one ${what} belongs`,
  );
}
