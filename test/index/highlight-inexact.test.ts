import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionOf } from "../../src/index/catalog.ts";
import { highlighter } from "../../src/index/highlight.ts";
import type { Fields } from "../../src/index/json.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import { parseRegexp } from "../../src/index/regexp.ts";
import { catalog, member, ROCKET } from "./worlds.ts";

const some: SearchQuery = { kind: "some", fields: "any", text: "ubutnu", atLeast: 1, edits: 1, prefix: 0 };
const near: SearchQuery = { kind: "near", fields: [{ name: "name" }], text: "a b", slop: 2 };
const regexp = (name: string, text: string): SearchQuery => ({
  kind: "regexp",
  fields: [{ name }],
  regexp: parseRegexp(text),
});

/** [what, query, document, what is marked]. */
const CASES: [string, SearchQuery, Fields, { [field: string]: string[] }][] = [
  ["a word within its edits", some, { name: "my Ubuntu, ubu" }, { name: ["my [Ubuntu], ubu"] }],
  ["words out of their places", near, { name: "b a" }, { name: ["[b] [a]"] }],
  ["words too far out of place, not", near, { name: "b x x a" }, {}],
  ["a word like a regular expression", regexp("name", "u.*2?"), { name: "x ubuntu" }, { name: ["x [ubuntu]"] }],
  ["a value like one, whole", regexp("status", "a[a-z]+"), { status: "active" }, { status: ["[active]"] }],
  ["a value that is only in part, not", regexp("status", "a"), { status: "active" }, {}],
];
for (const [what, query, source, marked] of CASES)
  test(`marks ${what}`, () => {
    const highlight = { fields: [["*" as const]], pre: "[", post: "]", length: 100, fragments: 5 };
    assert.deepEqual(highlighter(definitionOf(catalog, ROCKET), member("p1"), query, highlight)(source), marked);
  });
