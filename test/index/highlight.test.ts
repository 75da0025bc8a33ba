import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitionOf } from "../../src/index/catalog.ts";
import { highlighter, type Highlight } from "../../src/index/highlight.ts";
import type { Fields } from "../../src/index/json.ts";
import { parsePattern } from "../../src/index/pattern.ts";
import type { SearchQuery, WordsMode } from "../../src/index/query.ts";
import { catalog, member, ROCKET } from "./worlds.ts";

const EVERY: Highlight = { fields: [["*"]], pre: "[", post: "]", length: 100, fragments: 5 };

const marked = (query: SearchQuery, source: Fields, wish: Partial<Highlight> = {}): { [field: string]: string[] } =>
  highlighter(definitionOf(catalog, ROCKET), member("p1"), query, { ...EVERY, ...wish })(source);

const words = (text: string, mode: WordsMode = "any", ...names: string[]): SearchQuery => ({
  kind: "words",
  fields: names.length === 0 ? "any" : names.map((name) => ({ name })),
  text,
  mode,
});
const pattern = (text: string, ...names: string[]): SearchQuery => ({
  kind: "pattern",
  fields: names.length === 0 ? "any" : names.map((name) => ({ name })),
  pattern: parsePattern(text),
});
const term = (field: string, ...values: string[]): SearchQuery => ({ kind: "terms", field, values });
const not = (of: SearchQuery): SearchQuery => ({ kind: "not", of });

/** [what, query, document, what is marked]. */
const CASES: [string, SearchQuery, Fields, { [field: string]: string[] }][] = [
  ["a word in a name", words("ubuntu"), { name: "my Ubuntu-22.04" }, { name: ["my [Ubuntu]-22.04"] }],
  ["a number with a dot", words("22.04"), { name: "ubuntu-22.04" }, { name: ["ubuntu-[22.04]"] }],
  ["an accent", words("uber"), { name: "Über uns" }, { name: ["[Über] uns"] }],
  ["an ideograph", words("本"), { name: "日本語" }, { name: ["日[本]語"] }],
  ["each word of a phrase, where it is one", words("a b", "phrase"), { name: "a c a b" }, { name: ["a c [a] [b]"] }],
  [
    "the start of a phrase's last word",
    words("a ub", "prefix"),
    { name: "ub a ubuntu" },
    { name: ["ub [a] [ubuntu]"] },
  ],
  ["no phrase, nothing", words("a b", "phrase"), { name: "b a" }, {}],
  ["a value among several", words("lts"), { tags: ["x", "lts"] }, { tags: ["[lts]"] }],
  ["an entry of an open map", words("ubuntu"), { properties: { os: "ubuntu" } }, { "properties.os": ["[ubuntu]"] }],
  ["nothing in a number", words("5"), { size: 5 }, {}],
  ["only the named field", words("a", "any", "name"), { name: "a", description: "a" }, { name: ["[a]"] }],
  ["a keyword as a whole", words("active", "any", "status"), { status: "active" }, { status: ["[active]"] }],
  ["a keyword by no part", words("act", "any", "status"), { status: "act on" }, {}],
  ["an exact value", term("name", "a-b"), { name: "a-b" }, { name: ["[a-b]"] }],
  [
    "an entry by its short name",
    term("os_distro", "x"),
    { properties: { os_distro: "x" } },
    { "properties.os_distro": ["[x]"] },
  ],
  ["words by a pattern", pattern("ub*"), { name: "my Ubuntu" }, { name: ["my [Ubuntu]"] }],
  ["a whole value by a pattern", pattern("a*z", "name"), { name: "a b z" }, { name: ["[a b z]"] }],
  ["not what is refused", not(words("a")), { name: "a" }, {}],
  [
    "what any part asks for",
    {
      kind: "and",
      of: [
        { kind: "filter", of: words("a") },
        { kind: "boost", by: 2, of: words("b") },
      ],
    },
    { name: "a b c" },
    { name: ["[a] [b] c"] },
  ],
  ["no field that does not exist for the caller", term("secret", "x"), { name: "x" }, {}],
  ["nothing for a range", { kind: "range", field: "name", bounds: { gte: "a" } }, { name: "b" }, {}],
];

describe("highlighting marks", () => {
  for (const [what, query, source, found] of CASES) test(what, () => assert.deepEqual(marked(query, source), found));
});

test("only the fields asked for are marked", () => {
  const fields = [parsePattern("na*"), parsePattern("properties.*")];
  const source = { name: "a", description: "a", properties: { x: "a" } };
  assert.deepEqual(marked(words("a"), source, { fields }), { name: ["[a]"], "properties.x": ["[a]"] });
});

test("of a long value the parts with a mark are shown, as many as asked for", () => {
  const name = Array.from({ length: 40 }, (_, i) => (i % 10 === 0 ? "hit" : "word")).join(" ");
  const fragments = marked(words("hit"), { name }, { length: 30, fragments: 3 })["name"] ?? [];
  assert.equal(fragments.length, 3);
  for (const fragment of fragments) {
    assert.match(fragment, /\[hit\]/);
    assert.ok(fragment.length <= 32);
  }
});

test("0 fragments are whole values, all of them", () => {
  const tags = Array.from({ length: 9 }, (_, i) => `hit ${"x".repeat(200)} ${i}`);
  const found = marked(words("hit"), { tags }, { fragments: 0 })["tags"] ?? [];
  assert.deepEqual(
    found,
    tags.map((tag) => tag.replace("hit", "[hit]")),
  );
});
