import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Fields } from "../../../src/index/json.ts";
import type { SearchQuery } from "../../../src/index/query.ts";
import type { SearchRequest } from "../../../src/index/request.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import { admin, asking, catalog, put, states, TYPES } from "../worlds.ts";
import { absent, empty, open, ownPrefix } from "./cluster.ts";

const own = (fields: Fields): Fields => ({ owner: "p1", ...fields });
const words = (text: string, mode: "phrase" | "prefix"): SearchQuery => ({ kind: "words", fields: "any", text, mode });

/** A query as deep as a client's may be: at each level something must match, is filtered by, is excluded, may match. */
const deep = (levels: number): SearchQuery =>
  levels === 0
    ? words("ubuntu 22", "prefix")
    : {
        kind: "and",
        of: [
          { kind: "or", of: [deep(levels - 1), { kind: "exists", field: "name" }], atLeast: 1 },
          { kind: "filter", of: { kind: "exists", field: "owner" } },
          { kind: "not", of: { kind: "or", of: [{ kind: "exists", field: "stage" }, { kind: "none" }], atLeast: 1 } },
        ],
      };

/** What Elasticsearch has limits for: [in words, documents, what is asked]. */
const LARGE: [string, Fields[], Partial<SearchRequest>][] = [
  [
    "more values of an aggregation than one answer holds",
    Array.from({ length: 3 }, (_, i) => ({ tags: Array.from({ length: 12_000 }, (_, j) => `t${j * (i + 1)}`) })),
    {
      aggregations: { tags: { kind: "terms", field: "tags", size: 5 }, ids: { kind: "terms", field: "_id", size: 1 } },
    },
  ],
  [
    "more values of an open map's entry than one answer holds",
    [{ properties: { hw: Array.from({ length: 11_000 }, (_, j) => `v${j}`) } }],
    { aggregations: { hw: { kind: "terms", field: "properties.hw", size: 3 } } },
  ],
  [
    "more values in one clause than it takes",
    [{ name: "a" }, { name: "b" }],
    { query: { kind: "ids", ids: ["r1", ...Array.from({ length: 70_000 }, (_, i) => `x${i}`)] } },
  ],
  ["queries as deep as they may be", [{ name: "ubuntu 22.04" }, { name: "b" }], { query: deep(20) }],
  [
    "many aggregations at once",
    [{ tags: ["a", "b"] }, { tags: ["b"] }],
    {
      aggregations: Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [`[${i}]>`, { kind: "terms", field: "tags", size: 10_000 } as const]),
      ),
    },
  ],
  [
    "values that grow when folded, versions longer than values, texts of a hundred thousand words",
    [{ name: "\ufdfa".repeat(4000), stage: `1.0.0-${"1.".repeat(3000)}1`, description: "a b ".repeat(60_000) }],
    { query: words("b a", "phrase") },
  ],
];

describe("what Elasticsearch has limits for is answered as the reference answers it", { skip: absent }, () => {
  const prefix = ownPrefix();
  let store: IndexStore;
  before(async () => {
    store = await open({ prefix });
  });
  after(() => store.close());

  const compare = async (documents: readonly Fields[], asked: readonly SearchRequest[]): Promise<void> => {
    await empty(prefix);
    const reference = memoryStore(catalog);
    const told = documents.map((fields, i) => put(`r${i}`, own(fields)));
    await reference.apply(told);
    assert.deepEqual(
      await store.apply(told),
      told.map(() => ({ stored: true })),
    );
    await store.refresh();
    for (const request of asked) {
      const [answer, expected] = [await store.search(request, admin()), await reference.search(request, admin())];
      assert.deepEqual(answer, expected, JSON.stringify(request).slice(0, 300));
    }
  };

  for (const [title, documents, asked] of LARGE)
    test(title, () => compare(documents, [asking({ kind: "all" }, asked)]));

  test("phrases that end in a prefix, however long they and their words are", () => {
    const word = fc.constantFrom(
      "a",
      "ab",
      "b",
      "x".repeat(100),
      `${"x".repeat(100)}y`,
      "z".repeat(125),
      "𐊀".repeat(125),
    );
    const texts = fc.array(
      fc.array(word, { maxLength: 8 }).map((all) => all.join(" ")),
      { minLength: 1, maxLength: 6 },
    );
    const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 10, maxLength: 20 });
    const cut = fc.nat({ max: 130 });
    return fc.assert(
      fc.asyncProperty(texts, phrases, cut, (names, asked, length) =>
        compare(
          names.map((name) => ({ name, description: name, tags: [name, "a b", "b"] })),
          asked.map((all) =>
            asking(words([...all.slice(0, -1), all.at(-1)!.slice(0, length * 2)].join(" "), "prefix")),
          ),
        ),
      ),
      { numRuns: 12 },
    );
  });

  test("a phrase that ends in a prefix is refused in words when it has more than eight", () =>
    assert.rejects(store.search(asking(words("a b c d e f g h i", "prefix")), admin()), {
      code: "bad-request",
      message: /8 words/,
    }));

  test("a document that Elasticsearch does not take is refused alone, and nothing of it is in the reason", async () => {
    await empty(prefix);
    const owner = "secret".repeat(10_000);
    const outcomes = await store.apply([
      put("r1", own({})),
      put("r2", { owner }),
      put("s".repeat(40_000), own({})),
      put("r3", own({})),
    ]);
    assert.deepEqual(
      outcomes.map(({ stored }) => stored),
      [true, false, false, true],
    );
    for (const outcome of outcomes)
      assert.ok(outcome.stored || /^Elasticsearch does not take the document \([\w, .]+\)$/.test(outcome.reason));
    await store.refresh();
    assert.equal((await states(store)).length, 2);
  });

  test("pages past 10,000 hits are refused in words", () =>
    assert.rejects(store.search(asking({ kind: "all" }, { from: 9_999, size: 2 }), admin()), {
      code: "bad-request",
      message: /10000/,
    }));

  test("a search in no type finds nothing", async () => {
    await empty(prefix);
    await store.apply([put("r1", own({}))]);
    await store.refresh();
    const aggregations = { ids: { kind: "terms", field: "_id", size: 1 } } as const;
    const answer = await store.search(asking({ kind: "all" }, { types: [], aggregations }), admin());
    assert.deepEqual(
      answer,
      await memoryStore(catalog).search(asking({ kind: "all" }, { types: [], aggregations }), admin()),
    );
    assert.equal((await store.search(asking({ kind: "all" }, { types: TYPES }), admin())).total, 1);
  });
});
