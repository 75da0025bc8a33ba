import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { put, ROCKET } from "../index/worlds.ts";
import { served, type Answer } from "./world.ts";

const times = ["2026-03-28T22:30:00Z", "2026-03-28T23:30:00Z", "2026-03-29T12:00:00.000001Z", "2026-04-01T00:00:00Z"];
const rockets = times.map((created_at, i) =>
  put(`r${i}`, {
    owner: "p1",
    visibility: "private",
    name: `rocket ${i}`,
    status: i < 2 ? "active" : "queued",
    size: [1, 5, 12, 50][i]!,
    crewed: i === 0,
    created_at,
    tags: i === 3 ? [] : ["lts", `t${i}`],
  }),
);
const others = put("x", { owner: "p2", visibility: "private", status: "active", tags: ["foreign", "lts"] });
const ask = served([...rockets, others]);
const counting = (one: unknown): Promise<Answer> =>
  ask("/v1/search", { method: "POST", token: "p1", body: { limit: 0, type: ROCKET, aggs: { a: one } } });

/** [what, the aggregation, its answer]. */
const ANSWERS: [string, unknown, unknown][] = [
  [
    "composite: every combination, in order, with the key to go on behind",
    { composite: { size: 3, sources: [{ s: { terms: { field: "status" } } }, { t: { terms: { field: "tags" } } }] } },
    {
      after_key: { s: "active", t: "t1" },
      buckets: [
        { key: { s: "active", t: "lts" }, doc_count: 2 },
        { key: { s: "active", t: "t0" }, doc_count: 1 },
        { key: { s: "active", t: "t1" }, doc_count: 1 },
      ],
    },
  ],
  [
    "composite, behind a key, of what has no value too, with others within",
    {
      composite: {
        sources: [
          { s: { terms: { field: "status" } } },
          { t: { terms: { field: "tags", order: "desc", missing_bucket: true } } },
        ],
        after: { s: "queued", t: "t2" },
      },
      aggs: { most: { max: { field: "size" } } },
    },
    {
      after_key: { s: "queued", t: null },
      buckets: [
        { key: { s: "queued", t: "lts" }, doc_count: 1, most: { value: 12 } },
        { key: { s: "queued", t: null }, doc_count: 1, most: { value: 50 } },
      ],
    },
  ],
  [
    "composite of steps, of flags and of exact times",
    {
      composite: {
        sources: [
          { z: { histogram: { field: "size", interval: 10, order: "desc" } } },
          { m: { date_histogram: { field: "created_at", calendar_interval: "month" } } },
          { c: { terms: { field: "crewed" } } },
          { at: { terms: { field: "created_at" } } },
        ],
        size: 1,
        after: { z: 50, m: Date.parse("2026-04-01"), c: false, at: Date.parse(times[3]!) },
      },
    },
    {
      after_key: { z: 10, m: Date.parse("2026-03-01"), c: false, at: Date.parse("2026-03-29T12:00:00Z") + 0.001 },
      buckets: [
        {
          key: { z: 10, m: Date.parse("2026-03-01"), c: false, at: Date.parse("2026-03-29T12:00:00Z") + 0.001 },
          doc_count: 1,
        },
      ],
    },
  ],
  [
    "top_hits: the first of each bucket",
    {
      terms: { field: "status" },
      aggs: { first: { top_hits: { size: 1, sort: [{ size: "desc" }], _source: ["name"] } } },
    },
    {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: 0,
      buckets: [
        ["active", "r1", 5],
        ["queued", "r3", 50],
      ].map(([key, id, size]) => ({
        key,
        doc_count: 2,
        first: {
          hits: {
            total: 2,
            max_score: 1,
            hits: [
              {
                _index: "searchlight-search",
                _type: ROCKET,
                _id: id,
                _score: 1,
                _source: { name: `rocket ${String(id).slice(1)}` },
                sort: [size],
              },
            ],
          },
        },
      })),
    },
  ],
];

describe("combinations and first resources of buckets are told of what the caller sees alone", () => {
  for (const [what, one, expected] of ANSWERS)
    test(what, async () => {
      const { status, text } = await counting(one);
      assert.equal(status, 200, text);
      assert.deepEqual((JSON.parse(text) as { aggregations: { a: unknown } }).aggregations.a, expected);
    });
});

test("pages of combinations, each behind the after_key of the one before, are all of them once", async () => {
  type Page = { after_key?: unknown; buckets: { key: unknown; doc_count: number }[] };
  const sources = [{ tag: { terms: { field: "tags" } } }, { size: { terms: { field: "size" } } }];
  const read = async (more: object): Promise<Page> => {
    const { text } = await counting({ composite: { sources, ...more } });
    return (JSON.parse(text) as { aggregations: { a: Page } }).aggregations.a;
  };
  const { buckets: all } = await read({ size: 100 });
  const paged: unknown[] = [];
  for (
    let page = await read({ size: 2 });
    page.after_key !== undefined;
    page = await read({ size: 2, after: page.after_key })
  )
    paged.push(...page.buckets);
  assert.equal(all.length, 6);
  assert.deepEqual(paged, all);
});

/** [the aggregation, what the message says]. */
const WRONG: [unknown, RegExp][] = [
  [{ composite: { sources: [] } }, /^aggs\.a\.composite\.sources: must have at least one source/],
  [
    { composite: { sources: [{ s: { terms: { field: "nosuch" } } }] } },
    /sources\[0\]\.s\.terms\.field: none of the types/,
  ],
  [
    { composite: { sources: [{ s: { terms: { field: "tags" } } }], size: 1001 } },
    /size: at most 1000 are taken: go on/,
  ],
  [
    { composite: { sources: [{ s: { terms: { field: "tags" } } }, { s: { terms: { field: "status" } } }] } },
    /^aggs\.a\.composite\.sources: has two sources named 's'/,
  ],
  [
    { composite: { sources: [{ s: { terms: { field: "tags" } } }], after: {} } },
    /^aggs\.a\.composite\.after: lacks the key of 's'/,
  ],
  [
    { composite: { sources: [{ s: { terms: { field: "created_at" } } }], after: { s: "soon" } } },
    /^aggs\.a\.composite\.after\.s: "soon" is no key of 'created_at'/,
  ],
  [{ composite: { sources: [{ s: { geo: {} } }] } }, /^aggs\.a\.composite\.sources/],
  [{ top_hits: { size: 101 } }, /^aggs\.a\.top_hits\.size: 'from' \+ 'size' reach past 100/],
  [{ top_hits: { sort: "nosuch" } }, /^aggs\.a\.top_hits\.sort\.nosuch: none of the types/],
  [{ top_hits: { highlight: {} } }, /'highlight' is not known here/],
  [{ top_hits: {}, aggs: { b: { missing: { field: "tags" } } } }, /^aggs\.a\.aggs: top_hits has no buckets/],
];

describe("a mistake in them is refused, saying which and where", () => {
  for (const [one, message] of WRONG)
    test(JSON.stringify(one).slice(0, 100), async () => {
      const { status, text } = await counting(one);
      assert.equal(status, 400, text);
      assert.match((JSON.parse(text) as { detail: string }).detail, message);
    });
});
