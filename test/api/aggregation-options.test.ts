import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { absent, client, ownPrefix } from "../index/elasticsearch/cluster.ts";
import { put, ROCKET } from "../index/worlds.ts";
import { served } from "./world.ts";

const TIMES = ["2026-03-28T22:30:00Z", "2026-03-28T23:30:00Z", "2026-03-29T12:00:00Z", "2026-04-01T00:00:00Z"];
const documents = TIMES.map((created_at, i) => ({
  owner: "p1",
  visibility: "private",
  status: i < 2 ? "active" : "queued",
  size: [1, 5, 12, 50][i]!,
  ...(i !== 1 && { thrust: [0.25, 0, 0.5, -0.5][i]! }),
  created_at,
  tags: i === 3 ? [] : ["lts", `t${i}`],
}));
const ask = served(documents.map((document, i) => put(`r${i}`, document)));

const index = `${ownPrefix()}-raw`;
before(async () => {
  if (absent) return;
  const field = (type: "keyword" | "long" | "double" | "date") => ({ type });
  const keywords = {
    owner: field("keyword"),
    visibility: field("keyword"),
    status: field("keyword"),
    tags: field("keyword"),
  };
  const times = { created_at: field("date"), updated_at: field("date") };
  const properties = { ...keywords, ...times, size: field("long"), thrust: field("double") };
  await client().indices.create({ index, mappings: { properties } });
  await client().bulk({ index, refresh: true, operations: documents.flatMap((document) => [{ index: {} }, document]) });
});

const histogram = (more: object) => ({ histogram: { field: "size", interval: 10, ...more } });
const days = (more: object) => ({ date_histogram: { field: "created_at", calendar_interval: "day", ...more } });
const named = { filters: { a: { term: { status: "active" } } } };

/** What shapes an answer, or says what resources without a value count as. */
const ASKED: object[] = [
  histogram({ keyed: true }),
  histogram({ interval: 0.5, min_doc_count: 1, keyed: true }),
  histogram({ extended_bounds: { min: -15, max: 65 } }),
  histogram({ hard_bounds: { min: 5, max: 20 } }),
  histogram({ hard_bounds: { min: 10, max: 50 } }),
  histogram({ offset: 3, hard_bounds: { min: 10, max: 50 } }),
  histogram({ order: { _key: "desc" }, min_doc_count: 1 }),
  histogram({ order: { _count: "desc" }, min_doc_count: 1 }),
  histogram({ field: "thrust", interval: 1, missing: 7 }),
  histogram({ field: "thrust", interval: 1, missing: 7, hard_bounds: { max: 5 } }),
  days({ keyed: true }),
  days({ keyed: true, format: "yyyy-MM-dd" }),
  days({ format: "yyyy-MM-dd HH:mm:ss.SSSXXX", time_zone: "Europe/Vienna", min_doc_count: 1 }),
  days({ format: "'on' d.M.uuuu", min_doc_count: 1 }),
  days({ format: "epoch_millis", min_doc_count: 1 }),
  days({ format: "strict_year_month||epoch_second", min_doc_count: 1 }),
  days({ offset: "+6h", min_doc_count: 1 }),
  days({ offset: "-6h", time_zone: "Europe/Vienna", min_doc_count: 1 }),
  { date_histogram: { field: "created_at", fixed_interval: "12h", offset: "90m", min_doc_count: 1 } },
  days({ extended_bounds: { min: "2026-03-27", max: "2026-04-03" } }),
  days({ extended_bounds: { min: "2026-03-27T15:00:00Z", max: "2026-04-01T15:00:00Z" } }),
  days({ hard_bounds: { min: "2026-03-29", max: "2026-04-01" } }),
  days({ hard_bounds: { min: "2026-03-28T12:00:00Z", max: "2026-04-01T12:00:00Z" } }),
  days({ field: "updated_at", missing: "2026-02-10", extended_bounds: { min: "2026-02-08", max: "2026-02-11" } }),
  days({ field: "updated_at", extended_bounds: { min: "2026-02-08", max: "2026-02-11" } }),
  days({ field: "updated_at", extended_bounds: { min: "2026-02-08" } }),
  { range: { field: "size", keyed: true, ranges: [{ to: 5 }, { from: 5, to: 50, key: "mid" }, { from: 50 }] } },
  { range: { field: "thrust", missing: 7, ranges: [{ to: 5 }, { from: 5 }] } },
  { date_range: { field: "created_at", format: "yyyy-MM-dd", ranges: [{ from: "2026-03-29", to: "2026-04-01" }] } },
  {
    date_range: {
      field: "created_at",
      keyed: true,
      format: "yyyy-MM",
      ranges: [{ to: "2026-04" }, { from: "2026-04", key: "late" }],
    },
  },
  { date_range: { field: "updated_at", missing: "2026-03-30", ranges: [{ from: "2026-03-29", to: "2026-04-01" }] } },
  { filters: { ...named, keyed: false } },
  { filters: { ...named, other_bucket: true } },
  { filters: { ...named, other_bucket_key: "rest" } },
  { filters: { filters: [{ term: { status: "active" } }], other_bucket: true } },
  ...["sum", "avg", "min", "max", "stats", "value_count"].map((kind) => ({ [kind]: { field: "thrust", missing: 7 } })),
  { cardinality: { field: "tags", missing: "lts" } },
  { cardinality: { field: "tags", missing: "none" } },
  { max: { field: "updated_at", missing: "2026-01-01" } },
  { max: { field: "created_at", format: "yyyy-MM-dd" } },
  { stats: { field: "created_at", format: "yyyy" } },
  { terms: { field: "created_at", format: "yyyy-MM-dd", size: 2 } },
];

describe("an option of an aggregation is answered as Elasticsearch itself answers it", { skip: absent }, () => {
  for (const one of ASKED)
    test(JSON.stringify(one), async () => {
      const { aggregations } = await client().search({ index, size: 0, aggs: { a: one } });
      const body = { limit: 0, type: ROCKET, aggs: { a: one } };
      const { status, text } = await ask("/v1/search", { method: "POST", token: "p1", body });
      assert.equal(status, 200, text);
      assert.deepEqual((JSON.parse(text) as { aggregations: unknown }).aggregations, aggregations);
    });
});

/** [the aggregation, what the message says]. */
const REFUSED: [object, RegExp][] = [
  [histogram({ format: "0.00" }), /^aggs\.a\.histogram\.format: 'format' is not known here/],
  [histogram({ keyed: "yes" }), /^aggs\.a\.histogram\.keyed: /],
  [histogram({ missing: "none" }), /^aggs\.a\.histogram\.missing: "none" is not a number/],
  [histogram({ extended_bounds: { min: 9, max: 1 } }), /extended_bounds: 'min' is above 'max'/],
  [histogram({ extended_bounds: { min: 1 }, hard_bounds: { min: 5 } }), /extended_bounds: must lie within hard_bounds/],
  [histogram({ extended_bounds: { min: -1e9, max: 1e9 } }), /^'size' spans more than 10000 steps/],
  [histogram({ order: { thrust: "asc" } }), /^aggs\.a\.histogram\.order\.thrust: 'thrust' is not known here/],
  [days({ format: "QQQ yyyy" }), /^aggs\.a\.date_histogram\.format: 'QQQ yyyy' is none that is supported/],
  [days({ format: "" }), /^aggs\.a\.date_histogram\.format: '' is none that is supported/],
  [days({ offset: "6" }), /^aggs\.a\.date_histogram\.offset: '6' is no length of time; write \+6h/],
  [days({ hard_bounds: { min: "soon" } }), /^aggs\.a\.date_histogram\.hard_bounds\.min: "soon" is not a date/],
  [{ max: { field: "size", format: "yyyy" } }, /'size' is long, and this is of times/],
  [{ max: { field: "size", missing: "x" } }, /^aggs\.a\.max\.missing: "x" is not a number/],
  [
    { filters: { filters: { rest: { match_all: {} } }, other_bucket_key: "rest" } },
    /^aggs\.a\.filters\.other_bucket_key: 'rest' is the name of one of the queries/,
  ],
  [
    { terms: { field: "tags", order: { "b.value": "asc" } } },
    /^aggs\.a\.terms\.order\.b\.value: 'b\.value' is not known here/,
  ],
  [
    { terms: { field: "tags", order: { _key: "asc", _count: "asc" } } },
    /^aggs\.a\.terms\.order: must be \{"_count": …\}/,
  ],
  [{ terms: { field: "tags", order: { _key: "up" } } }, /^aggs\.a\.terms\.order\._key: /],
  [{ terms: { field: "tags", script: "1" } }, /^aggs\.a\.terms\.script: 'script' is not known here/],
];

describe("an option that there is none of here is refused by name", () => {
  for (const [one, message] of REFUSED)
    test(JSON.stringify(one), async () => {
      const body = { limit: 0, type: ROCKET, aggs: { a: one } };
      const { status, text } = await ask("/v1/search", { method: "POST", token: "p1", body });
      assert.equal(status, 400, text);
      assert.match((JSON.parse(text) as { detail: string }).detail, message);
    });
});
