import fc from "fast-check";
import { isObject } from "../../src/index/json.ts";

/** A query within a query, so many times. */
const deep = (depth: number): unknown => {
  let value: unknown = { match_all: {} };
  for (let i = 0; i < depth; i++) value = i % 3 === 0 ? { bool: { must: [value] } } : { bool: { must_not: value } };
  return value;
};

/** Values that stand where nobody expects them. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    "",
    -1,
    -0,
    1.5,
    1e308,
    2 ** 53,
    "now",
    "now-1d/d",
    "now+99999999999999y",
    "2026-13-99||/M",
    "9999999999999999999",
    "*",
    "\u0000",
    "\ud800",
    "\u{1F680}",
    [],
    {},
    [[]],
    { "": {} },
    { constructor: {} },
    { terms: {} },
    { field: "name" },
    { bool: { must: [] } },
    { query: {} },
    { ["__proto__"]: { x: 1 } },
    "_all",
    "_score",
    deep(19),
    deep(200),
    Array.from({ length: 5000 }, (_, i) => i),
    "ab*".repeat(80),
    "(a|aa)+".repeat(30),
  ),
);

/** Puts something else at a place: what a body looks like after somebody's mistake. */
export function broken(value: unknown, path: readonly number[], other: unknown): unknown {
  const [first, ...rest] = path;
  const entries = isObject(value) || Array.isArray(value) ? Object.entries(value as object) : [];
  if (first === undefined || entries.length === 0) return other;
  const at = first % entries.length;
  const changed = entries.map(
    ([key, one], i) => [key, i === at ? broken(one, rest, other) : (one as unknown)] as const,
  );
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}
