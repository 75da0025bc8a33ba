import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { SearchQuery } from "../../src/index/query.ts";
import { treeOf } from "./tree.ts";

const simpleOf = (query: string, options: object = {}): SearchQuery =>
  treeOf({ simple_query_string: { query, ...options } });

const free = (text: string): SearchQuery => ({ kind: "words", fields: "any", text, mode: "phrase" });
const or = (...of: SearchQuery[]): SearchQuery => ({ kind: "or", of, atLeast: 1 });
const and = (...of: SearchQuery[]): SearchQuery => ({ kind: "and", of });
const not = (of: SearchQuery): SearchQuery => ({ kind: "not", of });
const like = (text: string, edits: number | readonly [number, number]): SearchQuery => ({
  kind: "some",
  fields: "any",
  text,
  atLeast: 1,
  edits,
  prefix: 0,
});
const starts = (text: string): SearchQuery => ({ kind: "pattern", fields: "any", pattern: [{ text }, "*"] });
const [a, b, c] = [free("a"), free("b"), free("c")] as const;
const none: SearchQuery = { kind: "none" };

/** [the text, what it means, options]. */
const TEXTS: [string, SearchQuery, object?][] = [
  ["a", a],
  ["a b", or(a, b)],
  ["a b", and(a, b), { default_operator: "and" }],
  ["a + b", and(a, b)],
  ["a+b", and(a, b)],
  ["a | b", or(a, b), { default_operator: "and" }],
  ["a + b | c", or(and(a, b), c)],
  ["a | b + c", and(or(a, b), c)],
  ["a + (b | c)", and(a, or(b, c))],
  ["-a", not(a)],
  ["--a", a],
  ["a + -b", and(a, not(b))],
  ["a -b", or(a, not(b))],
  ["ubuntu-22.04", free("ubuntu-22.04")],
  ['"a b"', free("a b")],
  ['"a b"~2', { kind: "near", fields: "any", text: "a b", slop: 2 }],
  ['"a \\" b"', free('a " b')],
  ["ub*", starts("ub")],
  ["u*b", free("u*b")],
  ["*", { kind: "all" }],
  ["a~", like("a", [3, 6])],
  ["a~1 b", or(like("a", 1), b)],
  ["a~9", like("a", 2)],
  ["a~b", free("a~b")],
  ["a\\* \\-b", or(free("a*"), free("-b"))],
  ["name:a", free("name:a")],
  ["a b c", { kind: "or", of: [a, b, c], atLeast: 2 }, { minimum_should_match: 2 }],
  ["a", { kind: "words", fields: [{ name: "name", weight: 2 }], text: "a", mode: "phrase" }, { fields: ["name^2"] }],
  ["", none],
  ["+ | - ( )", none],
  ['a "b', or(a, b)],
  ["(a", a],
  ["a)) b", or(a, b)],
  ["a\\", a],
  ["((((()", none],
];

describe("what a search box sends", () => {
  for (const [text, tree, options = {}] of TEXTS)
    test(`${JSON.stringify(text)} ${JSON.stringify(options)}`, () => assert.deepEqual(simpleOf(text, options), tree));
});

test("no text is a mistake, unless it is too much", () => {
  const typed = fc.string({ unit: fc.constantFrom(...'ab "+-|()*~1\\\u00fc'), maxLength: 25 });
  fc.assert(
    fc.property(typed, (text) => assert.ok(simpleOf(text.replaceAll(/\(+/g, "(")).kind)),
    { numRuns: 2000 },
  );
  assert.throws(() => simpleOf(`${"(".repeat(25)}a`), { code: "bad-request", message: /nested deeper than 20/ });
  assert.throws(() => simpleOf("a ".repeat(2000)), { code: "bad-request", message: /more than 1024/ });
  assert.throws(() => simpleOf("a", { fields: ["nosuch"] }), { code: "unknown-field" });
});
