import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Edits, SearchQuery } from "../../src/index/query.ts";
import { parseRegexp } from "../../src/index/regexp.ts";
import { treeOf } from "./tree.ts";

const active: SearchQuery = { kind: "terms", field: "status", values: ["active"] };
const lost: SearchQuery = { kind: "terms", field: "status", values: ["lost"] };
const words = (fields: string | string[], text: string, mode: "any" | "all" | "phrase" | "prefix"): SearchQuery => ({
  kind: "words",
  fields: [fields].flat().map((name) => ({ name })),
  text,
  mode,
});
const some = (text: string, atLeast: number, edits: Edits, prefix = 0): SearchQuery => ({
  kind: "some",
  fields: [{ name: "name" }],
  text,
  atLeast,
  edits,
  prefix,
});
const term = (value: unknown) => ({ term: { status: value } });

/** [the query, what it means]. */
const CLAUSES: [unknown, SearchQuery][] = [
  [{ match_all: {} }, { kind: "all" }],
  [{ match_all: { boost: 2 } }, { kind: "boost", of: { kind: "all" }, by: 2 }],
  [{ match_none: {} }, { kind: "none" }],
  [term("active"), active],
  [term({ value: "active" }), active],
  [term({ value: "active", boost: 3 }), { kind: "boost", of: active, by: 3 }],
  [{ term: { size: 5 } }, { kind: "terms", field: "size", values: [5] }],
  [{ term: { crewed: false } }, { kind: "terms", field: "crewed", values: [false] }],
  [{ terms: { status: ["active", "lost"] } }, { kind: "terms", field: "status", values: ["active", "lost"] }],
  [
    { terms: { size: [1, 2], boost: 2 } },
    { kind: "boost", of: { kind: "terms", field: "size", values: [1, 2] }, by: 2 },
  ],
  [{ match: { name: "a b" } }, words("name", "a b", "any")],
  [{ match: { name: { query: "a b", operator: "AND" } } }, words("name", "a b", "all")],
  [{ match: { size: 5 } }, words("size", "5", "any")],
  [{ match: { _all: "a" } }, { kind: "words", fields: "any", text: "a", mode: "any" }],
  [{ match: { name: { query: "a b", fuzziness: "AUTO" } } }, some("a b", 1, [3, 6])],
  [{ match: { name: { query: "a b", fuzziness: 1, prefix_length: 2, operator: "and" } } }, some("a b", 2, 1, 2)],
  [{ match: { name: { query: "a b c d", minimum_should_match: "75%" } } }, some("a b c d", 3, 0)],
  [{ match: { name: { query: "a b", minimum_should_match: 1 } } }, words("name", "a b", "any")],
  [{ fuzzy: { name: "ubutnu" } }, some("ubutnu", 1, [3, 6])],
  [{ fuzzy: { name: { value: "a-b", fuzziness: "AUTO:2,4", max_expansions: 9 } } }, some("a-b", 2, [2, 4])],
  [
    { fuzzy: { name: { value: "a", fuzziness: "2", prefix_length: 1, boost: 2 } } },
    { kind: "boost", of: some("a", 1, 2, 1), by: 2 },
  ],
  [{ multi_match: { query: "a", fields: "name", fuzziness: 1 } }, some("a", 1, 1)],
  [{ multi_match: { query: "a b", type: "phrase", slop: 3 } }, { kind: "near", fields: "any", text: "a b", slop: 3 }],
  [
    { match_phrase: { name: { query: "a b", slop: 2 } } },
    { kind: "near", fields: [{ name: "name" }], text: "a b", slop: 2 },
  ],
  [{ match_phrase: { name: "a b" } }, words("name", "a b", "phrase")],
  [
    { match_bool_prefix: { name: "a b" } },
    { kind: "or", of: [words("name", "a", "any"), words("name", "b", "prefix")], atLeast: 1 },
  ],
  [
    { match_bool_prefix: { name: { query: "a b c", minimum_should_match: "-1" } } },
    {
      kind: "or",
      of: [words("name", "a", "any"), words("name", "b", "any"), words("name", "c", "prefix")],
      atLeast: 2,
    },
  ],
  [
    { match_bool_prefix: { owner: "a b" } },
    { kind: "pattern", fields: [{ name: "owner" }], pattern: [{ text: "a b" }, "*"] },
  ],
  [{ match_phrase_prefix: { name: "a b" } }, words("name", "a b", "prefix")],
  [{ multi_match: { query: "a", fields: ["name", "description"] } }, words(["name", "description"], "a", "any")],
  [
    { multi_match: { query: "a", fields: ["name^3", "tags"], type: "phrase" } },
    { kind: "words", fields: [{ name: "name", weight: 3 }, { name: "tags" }], text: "a", mode: "phrase" },
  ],
  [{ multi_match: { query: "a" } }, { kind: "words", fields: "any", text: "a", mode: "any" }],
  [{ multi_match: { query: "a b", fields: "name", operator: "and" } }, words("name", "a b", "all")],
  [{ range: { size: { gt: 1, lte: 5 } } }, { kind: "range", field: "size", bounds: { gt: 1, lte: 5 } }],
  [{ range: { size: { from: 1, to: 5 } } }, { kind: "range", field: "size", bounds: { gte: 1, lte: 5 } }],
  [
    { range: { size: { from: 1, to: 5, include_lower: false, include_upper: false } } },
    { kind: "range", field: "size", bounds: { gt: 1, lt: 5 } },
  ],
  [{ range: { size: { gte: 1, to: null } } }, { kind: "range", field: "size", bounds: { gte: 1 } }],
  [{ range: { size: {} } }, { kind: "exists", field: "size" }],
  [
    { range: { created_at: { from: "now-10m" } } },
    { kind: "range", field: "created_at", bounds: { gte: "2026-11-22T17:50:00.000000Z" } },
  ],
  [
    { range: { created_at: { gte: 1_795_370_400_000 } } },
    { kind: "range", field: "created_at", bounds: { gte: "2026-11-22T18:00:00.000000Z" } },
  ],
  [
    { term: { created_at: "2026-11-22" } },
    {
      kind: "range",
      field: "created_at",
      bounds: { gte: "2026-11-22T00:00:00.000000Z", lte: "2026-11-22T23:59:59.999999Z" },
    },
  ],
  [{ range: { name: { gte: "now" } } }, { kind: "range", field: "name", bounds: { gte: "now" } }],
  [{ exists: { field: "status" } }, { kind: "exists", field: "status" }],
  [{ prefix: { name: "ub" } }, { kind: "pattern", fields: [{ name: "name" }], pattern: [{ text: "ub" }, "*"] }],
  [
    { prefix: { name: { prefix: "u*" } } },
    { kind: "pattern", fields: [{ name: "name" }], pattern: [{ text: "u*" }, "*"] },
  ],
  [
    { wildcard: { "properties.os_distro": { value: "u?u\\*" } } },
    { kind: "pattern", fields: [{ name: "properties.os_distro" }], pattern: [{ text: "u" }, "?", { text: "u*" }] },
  ],
  [
    { regexp: { name: { value: "u.*", flags: "NONE", boost: 2 } } },
    { kind: "boost", of: { kind: "regexp", fields: [{ name: "name" }], regexp: parseRegexp("u.*") }, by: 2 },
  ],
  [{ ids: { values: ["r1"] } }, { kind: "ids", ids: ["r1"] }],
  [{ ids: { type: "T", values: "r1" } }, { kind: "ids", ids: ["r1"], type: "T" }],
  [
    { ids: { type: ["T", "U"], values: ["r1"] } },
    {
      kind: "or",
      of: [
        { kind: "ids", ids: ["r1"], type: "T" },
        { kind: "ids", ids: ["r1"], type: "U" },
      ],
      atLeast: 1,
    },
  ],
  [{ bool: {} }, { kind: "all" }],
  [{ bool: { must: term("active") } }, active],
  [{ bool: { must: [term("active"), term("lost")] } }, { kind: "and", of: [active, lost] }],
  [{ bool: { filter: [term("active")] } }, { kind: "filter", of: active }],
  [{ bool: { must_not: term("active") } }, { kind: "not", of: active }],
  [{ bool: { should: [term("active"), term("lost")] } }, { kind: "or", of: [active, lost], atLeast: 1 }],
  [
    { bool: { must: term("active"), should: term("lost") } },
    { kind: "and", of: [active, { kind: "or", of: [lost], atLeast: 0 }] },
  ],
  [
    { bool: { filter: term("active"), should: term("lost"), minimum_should_match: "1" } },
    { kind: "and", of: [{ kind: "filter", of: active }, lost] },
  ],
  [{ bool: { should: [term("active")], minimum_should_match: 2 } }, { kind: "none" }],
  [
    { constant_score: { filter: term("active"), boost: 2 } },
    {
      kind: "and",
      of: [
        { kind: "filter", of: active },
        { kind: "boost", of: { kind: "all" }, by: 2 },
      ],
    },
  ],
  [
    { query_string: { query: "status:active", boost: 2 } },
    { kind: "boost", of: words("status", "active", "phrase"), by: 2 },
  ],
];

describe("the DSL", () => {
  for (const [query, tree] of CLAUSES)
    test(`${JSON.stringify(query)} means what it says`, () => assert.deepEqual(treeOf(query), tree));
});

const deep = (levels: number): unknown => (levels === 0 ? { match_all: {} } : { bool: { must: deep(levels - 1) } });

/** [the query, the code, what the message holds]. */
const WRONG: [unknown, string, RegExp][] = [
  [{ bool: { must: [{ percolate: {} }] } }, "unsupported", /^query\.bool\.must\[0\]\.percolate: 'percolate' is not/],
  [{ bool: { must: { script: {} } } }, "unsupported", /^query\.bool\.must\.script: /],
  [
    { fuzzy: { name: { value: "x", fuzziness: 3 } } },
    "bad-request",
    /^query\.fuzzy\.name\.fuzziness: must be 0, 1, 2, AUTO/,
  ],
  [{ fuzzy: { name: { value: "x", fuzziness: "AUTO:x" } } }, "bad-request", /fuzziness: must be 0, 1, 2, AUTO/],
  [{ fuzzy: { name: { value: "x", rewrite: "y" } } }, "bad-request", /'rewrite' is not known here/],
  [{ fuzzy: { name: "x".repeat(257) } }, "bad-request", /257 characters long; at most 256/],
  [{ regexp: { name: "a{" } }, "bad-request", /^query\.regexp\.name: braces hold how often.*at character 3/],
  [{ regexp: { name: "a@b" } }, "bad-request", /'@' cannot stand here: write \\@/],
  [{ regexp: { name: { value: "a", flags: "ALL" } } }, "bad-request", /^query\.regexp\.name\.flags: /],
  [{ fuzzy: { secret: "x" } }, "unknown-field", /'secret'/],
  [{ __proto__: null, constructor: {} }, "unsupported", /'constructor' is not a clause/],
  [{}, "bad-request", /^query: names no clause/],
  [[], "bad-request", /^query: must be an object/],
  [{ term: { a: 1 }, match_all: {} }, "bad-request", /^query: has 2 keys \(term, match_all\)/],
  [{ term: { name: "a", status: "b" } }, "bad-request", /^query\.term: has 2 keys/],
  [term(null), "bad-request", /^query\.term\.status\.value: must be a string, a number or true or false/],
  [
    term({ value: "a", boots: 2 }),
    "bad-request",
    /^query\.term\.status\.boots: 'boots' is not known here; .* value, boost/,
  ],
  [term({ value: "a", boost: -1 }), "bad-request", /^query\.term\.status\.boost: /],
  [{ term: { nosuch: 1 } }, "unknown-field", /^query\.term\.nosuch: .* 'nosuch'/],
  [{ term: { secret: 1 } }, "unknown-field", /^query\.term\.secret: .* 'secret'/],
  [{ exists: { field: "nosuch" } }, "unknown-field", /^query\.exists\.field: /],
  [{ multi_match: { query: "x", fields: ["nam*"] } }, "bad-request", /'nam\*'/],
  [{ multi_match: { query: "x", type: "cross_fields" } }, "bad-request", /^query\.multi_match\.type: /],
  [
    { terms: { status: { index: "x", id: "1", path: "y" } } },
    "unsupported",
    /^query\.terms\.status: looking values up/,
  ],
  [{ terms: { status: "active" } }, "bad-request", /^query\.terms\.status: /],
  [{ terms: { size: Array.from({ length: 10_001 }, (_, i) => i) } }, "bad-request", /10001 values; at most 10000/],
  [{ range: { size: { gt: 1, gte: 2 } } }, "bad-request", /^query\.range\.size: has two bounds/],
  [{ range: { size: { gte: 1, format: "x" } } }, "bad-request", /^query\.range\.size\.format: 'format' is not known/],
  [{ range: { created_at: { gte: "soon" } } }, "bad-request", /^query\.range\.created_at: "soon" is not a date/],
  [{ range: { created_at: { gte: "now-1fortnight" } } }, "bad-request", /is not a date/],
  [
    { match_phrase: { name: { query: "x", slop: 51 } } },
    "bad-request",
    /^query\.match_phrase\.name\.slop: a slop of 51/,
  ],
  [{ match_phrase_prefix: { name: { query: "x", slop: 1 } } }, "bad-request", /match_phrase_prefix\.name\.slop: /],
  [{ multi_match: { query: "x", slop: 1 } }, "bad-request", /^query\.multi_match\.slop: belongs to/],
  [{ multi_match: { query: "x", type: "phrase", fuzziness: 1 } }, "bad-request", /a phrase has no fuzziness/],
  [{ match: { name: { query: "x", operator: "xor" } } }, "bad-request", /^query\.match\.name\.operator: /],
  [{ match: { name: { query: "x", fuzziness: -1 } } }, "bad-request", /^query\.match\.name\.fuzziness: must be/],
  [
    { match: { name: { query: "x", minimum_should_match: "2<" } } },
    "bad-request",
    /minimum_should_match: must be like/,
  ],
  [{ wildcard: { name: "*".padEnd(300, "ab") } }, "bad-request", /^query\.wildcard\.name: a pattern of 300 characters/],
  [{ match: { name: "x".repeat(10_001) } }, "bad-request", /10001 characters long/],
  [{ match: { name: "x ".repeat(2000) } }, "bad-request", /more than 1024 clauses and words/],
  [
    { bool: { should: Array.from({ length: 1100 }, () => ({ match_all: {} })) } },
    "bad-request",
    /more than 1024 clauses/,
  ],
  [{ bool: { should: [], minimum_should_match: "most" } }, "bad-request", /bool\.minimum_should_match: must be like/],
  [{ bool: { must: ["x"] } }, "bad-request", /^query\.bool\.must\[0\]: /],
  [deep(20), "bad-request", /nested deeper than 20/],
  [{ query_string: { query: "x", rewrite: "y" } }, "bad-request", /^query\.query_string\.rewrite: /],
  [{ query_string: { query: 5 } }, "bad-request", /^query\.query_string\.query: /],
  [{ query_string: {} }, "bad-request", /^query\.query_string\.query: is missing/],
  [{ query_string: { query: "x", fields: ["nosuch"] } }, "unknown-field", /^query\.query_string\.fields: /],
];

describe("what the DSL does not take is refused with its place", () => {
  for (const [query, code, message] of WRONG)
    test(`${JSON.stringify(query).slice(0, 90)}: ${code}`, () =>
      assert.throws(
        () => treeOf(query),
        (error: { code?: string; message: string }) => {
          assert.equal(error.code, code, error.message);
          assert.match(error.message, message);
          return true;
        },
      ));
});

test("as deep as the limit is fine", () => assert.deepEqual(treeOf(deep(19)), { kind: "all" }));
