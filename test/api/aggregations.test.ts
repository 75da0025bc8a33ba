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
    thrust: [0.1, 0.2, 0.3, -0.5][i]!,
    crewed: i === 0,
    created_at,
    tags: i === 3 ? [] : ["lts", `t${i}`],
    properties: [{ hw_ram: "1024" }, { hw_ram: ["2048", "2048.0"] }, { hw_ram: 9 }, { hw_ram: "a lot" }][i]!,
  }),
);
const others = put("x", { owner: "p2", visibility: "private", size: 1e6, thrust: 1e300, tags: ["foreign"] });
const ask = served([...rockets, others]);

const post = (body: unknown, token = "p1"): Promise<Answer> => ask("/v1/search", { method: "POST", token, body });
const counting = (one: unknown): Promise<Answer> => post({ limit: 0, type: ROCKET, aggs: { a: one } });

const bucket = (key: unknown, doc_count: number): unknown => ({ key, doc_count });
const terms = (buckets: unknown[], others = 0): unknown => ({
  doc_count_error_upper_bound: 0,
  sum_other_doc_count: others,
  buckets,
});
const at = (text: string, doc_count: number): unknown => ({ key: Date.parse(text), key_as_string: text, doc_count });

/** [what, the aggregation, its answer]. */
const ANSWERS: [string, unknown, unknown][] = [
  ["sum is exact, whatever the order", { sum: { field: "thrust" } }, { value: 0.1 }],
  ["avg", { avg: { field: "size" } }, { value: 17 }],
  ["min", { min: { field: "thrust" } }, { value: -0.5 }],
  [
    "max of times, in milliseconds",
    { max: { field: "created_at" } },
    { value: Date.parse(times[3]!), value_as_string: "2026-04-01T00:00:00.000Z" },
  ],
  ["stats", { stats: { field: "size" } }, { count: 4, min: 1, max: 50, avg: 17, sum: 68 }],
  [
    "stats of what an open map's values read as, each value by itself",
    { stats: { field: "properties.hw_ram" } },
    { count: 4, min: 9, max: 2048, avg: 1282.25, sum: 5129 },
  ],
  ["min of these, as numbers and not as texts", { min: { field: "properties.hw_ram" } }, { value: 9 }],
  [
    "range of these: a resource counts once in each",
    { range: { field: "properties.hw_ram", ranges: [{ to: 1024 }, { from: 1024 }] } },
    {
      buckets: [
        { key: "*-1024.0", to: 1024, doc_count: 1 },
        { key: "1024.0-*", from: 1024, doc_count: 2 },
      ],
    },
  ],
  [
    "histogram of these",
    { histogram: { field: "properties.hw_ram", interval: 1024 } },
    { buckets: [bucket(0, 1), bucket(1024, 1), bucket(2048, 1)] },
  ],
  ["cardinality", { cardinality: { field: "tags", precision_threshold: 1 } }, { value: 4 }],
  ["value_count, of each value once a resource", { value_count: { field: "tags" } }, { value: 6 }],
  ["metrics of nothing are null", { max: { field: "updated_at" } }, { value: null }],
  ["missing", { missing: { field: "tags" } }, { doc_count: 1 }],
  [
    "terms by key",
    { terms: { field: "tags", size: 2, order: { _key: "desc" } } },
    terms([bucket("t2", 1), bucket("t1", 1)], 4),
  ],
  ["terms, rarest first", { terms: { field: "tags", size: 1, order: { _count: "asc" } } }, terms([bucket("t0", 1)], 5)],
  [
    "terms that start so",
    { terms: { field: "tags", include: "t.*", exclude: ["t1"] } },
    terms([bucket("t0", 1), bucket("t2", 1)]),
  ],
  ["terms of these", { terms: { field: "size", include: [12, 50] } }, terms([bucket(12, 1), bucket(50, 1)])],
  [
    "terms with a name for none",
    { terms: { field: "tags", include: ["none", "lts"], missing: "none" } },
    terms([bucket("lts", 3), bucket("none", 1)]),
  ],
  [
    "range, in Elasticsearch's order and words",
    { range: { field: "size", ranges: [{ from: 5, to: 50 }, { to: 5 }, { from: 50, key: "large" }] } },
    {
      buckets: [
        { key: "*-5.0", to: 5, doc_count: 1 },
        { key: "5.0-50.0", from: 5, to: 50, doc_count: 2 },
        { key: "large", from: 50, doc_count: 1 },
      ],
    },
  ],
  [
    "date_range, with dates in part",
    { date_range: { field: "created_at", ranges: [{ from: "2026-03-29", to: "2026-04" }] } },
    {
      buckets: [
        {
          key: "2026-03-29T00:00:00.000Z-2026-04-01T00:00:00.000Z",
          from: Date.parse("2026-03-29"),
          from_as_string: "2026-03-29T00:00:00.000Z",
          to: Date.parse("2026-04-01"),
          to_as_string: "2026-04-01T00:00:00.000Z",
          doc_count: 1,
        },
      ],
    },
  ],
  [
    "histogram, with the steps that nothing is in",
    { histogram: { field: "size", interval: 10, offset: 1 } },
    { buckets: [bucket(1, 2), bucket(11, 1), bucket(21, 0), bucket(31, 0), bucket(41, 1)] },
  ],
  [
    "histogram, without them",
    { histogram: { field: "size", interval: 10, min_doc_count: 1 } },
    { buckets: [bucket(0, 2), bucket(10, 1), bucket(50, 1)] },
  ],
  [
    "date_histogram by calendar days of a zone, one of them of 23 hours",
    { date_histogram: { field: "created_at", calendar_interval: "day", time_zone: "Europe/Vienna", min_doc_count: 1 } },
    {
      buckets: [
        { key: Date.parse("2026-03-27T23:00:00Z"), key_as_string: "2026-03-28T00:00:00.000+01:00", doc_count: 1 },
        { key: Date.parse("2026-03-28T23:00:00Z"), key_as_string: "2026-03-29T00:00:00.000+01:00", doc_count: 2 },
        { key: Date.parse("2026-03-31T22:00:00Z"), key_as_string: "2026-04-01T00:00:00.000+02:00", doc_count: 1 },
      ],
    },
  ],
  [
    "date_histogram by months, as old clients say it",
    { date_histogram: { field: "created_at", interval: "month" } },
    { buckets: [at("2026-03-01T00:00:00.000Z", 3), at("2026-04-01T00:00:00.000Z", 1)] },
  ],
  [
    "date_histogram of a fixed length",
    { date_histogram: { field: "created_at", fixed_interval: "2d" } },
    {
      buckets: [
        at("2026-03-28T00:00:00.000Z", 3),
        at("2026-03-30T00:00:00.000Z", 0),
        at("2026-04-01T00:00:00.000Z", 1),
      ],
    },
  ],
  ["filter", { filter: { term: { status: "active" } } }, { doc_count: 2 }],
  [
    "filters by name",
    { filters: { filters: { here: { term: { tags: "lts" } }, none: { match_none: {} } } } },
    { buckets: { here: { doc_count: 3 }, none: { doc_count: 0 } } },
  ],
  [
    "filters in a list",
    { filters: { filters: [{ match_all: {} }, { range: { size: { gt: 5 } } }] } },
    { buckets: [{ doc_count: 4 }, { doc_count: 2 }] },
  ],
  [
    "aggregations within buckets, within buckets",
    {
      terms: { field: "crewed", order: { _key: "asc" } },
      aggs: {
        largest: { max: { field: "size" } },
        tags: { terms: { field: "tags", size: 1 }, aggregations: { least: { min: { field: "size" } } } },
      },
    },
    terms([
      {
        key: 0,
        key_as_string: "false",
        doc_count: 3,
        largest: { value: 50 },
        tags: terms([{ key: "lts", doc_count: 2, least: { value: 5 } }], 2),
      },
      {
        key: 1,
        key_as_string: "true",
        doc_count: 1,
        largest: { value: 1 },
        tags: terms([{ key: "lts", doc_count: 1, least: { value: 1 } }], 1),
      },
    ]),
  ],
];

describe("an aggregation is answered as Elasticsearch answers it, exactly, and of what the caller sees alone", () => {
  for (const [what, one, expected] of ANSWERS)
    test(what, async () => {
      const { status, text } = await counting(one);
      assert.equal(status, 200, text);
      assert.deepEqual((JSON.parse(text) as { aggregations: { a: unknown } }).aggregations.a, expected);
    });
});

/** [the aggregation, what the message says]. */
const WRONG: [unknown, RegExp][] = [
  [{ sum: { field: "properties" } }, /^aggs\.a\.sum\.field: 'properties' is keyword, and this is of numbers/],
  [{ sum: { field: "name" } }, /^aggs\.a\.sum\.field: 'name' is text, and this is of numbers/],
  [{ max: { field: "secret" } }, /^aggs\.a\.max\.field: none of the types searched has a field 'secret'/],
  [{ cardinality: { field: "nosuch" } }, /none of the types searched has a field 'nosuch'/],
  [{ min: { field: "size", script: "1" } }, /^aggs\.a\.min\.script: 'script' is not known here/],
  [{ range: { field: "created_at", ranges: [{ from: 1 }] } }, /'created_at' is date, and this is of numbers/],
  [{ range: { field: "size", ranges: [] } }, /^aggs\.a\.range\.ranges: must have at least one range/],
  [
    { date_range: { field: "created_at", ranges: [{ from: "soon" }] } },
    /^aggs\.a\.date_range\.ranges\[0\]\.from: "soon" is not a date/,
  ],
  [{ histogram: { field: "size", interval: 0 } }, /^aggs\.a\.histogram\.interval: must be above 0/],
  [{ histogram: { field: "size", interval: 1e-3 } }, /^'size' spans more than 10000 steps/],
  [{ date_histogram: { field: "created_at" } }, /needs one of calendar_interval/],
  [
    { date_histogram: { field: "created_at", calendar_interval: "2d" } },
    /'2d' is none; what may stand here is minute, hour/,
  ],
  [
    { date_histogram: { field: "created_at", fixed_interval: "1M" } },
    /'1M' is none; what may stand here is such as 30s/,
  ],
  [{ date_histogram: { field: "created_at", fixed_interval: "1s" } }, /^'created_at' spans more than 10000 steps/],
  [{ date_histogram: { field: "created_at", fixed_interval: "1d", time_zone: "Mars" } }, /no time zone 'Mars'/],
  [{ terms: { field: "tags", include: "(a|b)" } }, /^aggs\.a\.terms\.include: regular expressions are not supported/],
  [{ terms: { field: "tags", min_doc_count: 0 } }, /^aggs\.a\.terms\.min_doc_count: must be 1/],
  [{ filter: { term: { nosuch: 1 } } }, /^aggs\.a\.filter\.term\.nosuch: none of the types/],
  [{ filters: { filters: [{ nosuch: 1 }] } }, /^aggs\.a\.filters\.filters\[0\]\.nosuch: 'nosuch' is not a clause/],
  [{ max: { field: "size" }, aggs: { b: { min: { field: "size" } } } }, /^aggs\.a\.aggs: max has no buckets/],
  [
    { terms: { field: "tags" }, aggs: { key: { max: { field: "size" } } } },
    /^aggs\.a\.aggs\.key: is a word of the answer's own/,
  ],
  [
    {
      missing: { field: "tags" },
      aggs: {
        b: {
          missing: { field: "tags" },
          aggs: { c: { missing: { field: "tags" }, aggs: { d: { missing: { field: "tags" } } } } },
        },
      },
    },
    /aggs\.c\.aggs: aggregations stand at most 3 deep/,
  ],
];

describe("an aggregation with a mistake is refused, saying which and where", () => {
  for (const [one, message] of WRONG)
    test(JSON.stringify(one).slice(0, 100), async () => {
      const { status, text } = await counting(one);
      assert.equal(status, 400, text);
      assert.match((JSON.parse(text) as { detail: string }).detail, message);
    });
});

type Chosen = {
  hits: { total: number };
  facets: Record<string, { buckets: unknown[]; distinct: number }>;
  aggregations: unknown;
};
async function choosing(body: object, token = "p1"): Promise<Chosen> {
  const { status, text } = await post({ limit: 1, type: ROCKET, ...body }, token);
  assert.equal(status, 200, text);
  return JSON.parse(text) as Chosen;
}

test("values of one facet are any of them and leave its others visible; across facets all count", async () => {
  const facets = { tags: { field: "tags", values: ["t0", "t2"] }, status: { field: "status", values: ["active"] } };
  const found = await choosing({ facets, aggs: { largest: { max: { field: "size" } } } });
  assert.equal(found.hits.total, 1);
  assert.deepEqual(found.facets["tags"]?.buckets, [bucket("lts", 2), bucket("t0", 1), bucket("t1", 1)]);
  assert.deepEqual(found.facets["status"]?.buckets, [bucket("active", 1), bucket("queued", 1)]);
  assert.deepEqual(found.aggregations, { largest: { value: 1 } }, "what else is counted is counted of the hits");
});

test("a facet's values are paged and searched by how they start, case aside", async () => {
  const page = async (more: object) => (await choosing({ facets: { f: { field: "tags", ...more } } })).facets["f"];
  const first = await page({ prefix: "T", size: 2, order: "key" });
  assert.deepEqual([first?.buckets, first?.distinct], [[bucket("t0", 1), bucket("t1", 1)], 3]);
  assert.deepEqual((await page({ prefix: "T", size: 2, offset: 2, order: "key" }))?.buckets, [bucket("t2", 1)]);
  assert.deepEqual((await page({ prefix: "for" }))?.buckets, [], "others' values are not there");
});

test("post_filter narrows hits and leaves aggregations as they are", async () => {
  const aggs = { a: { value_count: { field: "size" } } };
  const found = await choosing({ post_filter: { term: { status: "active" } }, aggs });
  assert.deepEqual([found.hits.total, found.aggregations], [2, { a: { value: 4 } }]);
});

test("a facet with a mistake is refused", async () => {
  const { status, text } = await post({ facets: { f: { field: "secret" } } });
  assert.deepEqual([status, JSON.parse(text).at], [400, "facets.f.field"]);
});
