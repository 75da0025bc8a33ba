import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ROCKET } from "../index/worlds.ts";
import { AUDIT, PROBE, served, type Found } from "./world.ts";

const get = served();

const search = async (body: unknown, token = "p1"): Promise<Found> => {
  const { status, text } = await get("/v1/search", { method: "POST", token, body });
  assert.equal(status, 200, text);
  return JSON.parse(text) as Found;
};
const ids = async (body: unknown, token = "p1"): Promise<string[]> =>
  (await search(body, token)).hits.hits.map(({ _id }) => _id);
const query = (text: string, more: object = {}) => ({ query: { query_string: { query: text } }, ...more });

test("a search is answered in the shape that old clients read", async () => {
  const { took, ...answer } = await search(
    query("ubuntu status:active", {
      type: ROCKET,
      version: true,
      sort: [{ created_at: "desc" }, "_score", "name", "stage"],
      _source: ["id", "name"],
      highlight: { fields: { "*": {} } },
      aggs: { who: { terms: { field: "crewed" } }, when: { terms: { field: "created_at" } } },
    }),
  );
  assert.ok(Number.isInteger(took));
  const version = answer.hits.hits[0]?.["_version"] ?? 0;
  assert.ok(Number.isSafeInteger(version) && version > 0);
  assert.deepEqual(answer, {
    timed_out: false,
    complete: true,
    reasons: [],
    as_of: null,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: {
      total: 1,
      max_score: 5,
      hits: [
        {
          _index: "searchlight-search",
          _type: ROCKET,
          _id: "r1",
          _score: 5,
          _source: { id: "r1", name: "ubuntu-22.04-minimal" },
          _version: version,
          highlight: {
            name: ["<em>ubuntu</em>-22.04-minimal"],
            status: ["<em>active</em>"],
            "properties.os_distro": ["<em>ubuntu</em>"],
          },
          sort: [Date.parse("2026-11-22T17:13:30Z"), 5, "ubuntu-22.04-minimal", "1.10.0"],
        },
      ],
    },
    aggregations: {
      who: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: [{ key: 1, key_as_string: "true", doc_count: 1 }],
      },
      when: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: [{ key: Date.parse("2026-11-22T17:13:30Z"), key_as_string: "2026-11-22T17:13:30.000Z", doc_count: 1 }],
      },
    },
  });
});

describe("each sees what they may", () => {
  /** [who, the body, what is found]. */
  const SIGHTS: [string, object, string[]][] = [
    ["p1", {}, ["b1", "r1", "r2"]],
    ["p2", {}, ["p2/q ü%2F", "r2"]],
    ["p3", {}, ["r2"]],
    ["p3", { all_projects: true }, ["r2"]],
    ["admin", {}, ["r2"]],
    ["admin", { all_projects: true }, ["a1", "b1", "p2/q ü%2F", "r1", "r2"]],
    ["admin", { all_projects: "True", type: AUDIT }, ["a1"]],
    ["p1", { type: [AUDIT, PROBE] }, ["b1"]],
    ["p1", query("hidden:true"), ["r3"]],
    ["admin", query("secret:hush", { all_projects: true }), ["r1"]],
    ["p1", query("hush"), []],
    ["admin", query("hush", { all_projects: true }), ["r1"]],
  ];
  for (const [who, body, found] of SIGHTS)
    test(`${who} asks ${JSON.stringify(body)} and finds ${found.join(", ") || "nothing"}`, async () =>
      assert.deepEqual((await ids(body, who)).toSorted(), found));
});

describe("sorting and paging", () => {
  /** [the body, what is found, in order]. */
  const ORDERS: [object, string[]][] = [
    [{ sort: "name" }, ["r2", "b1", "r1"]],
    [{ sort: "name:desc" }, ["r1", "b1", "r2"]],
    [{ sort: { created_at: "desc" } }, ["r1", "r2", "b1"]],
    [{ sort: [{ created_at: { order: "asc", missing: "_last" } }] }, ["r2", "r1", "b1"]],
    [{ sort: [{ nosuch: { unmapped_type: "long" } }, "_id"] }, ["b1", "r1", "r2"]],
    [{ sort: ["_type", "_id"] }, ["b1", "r1", "r2"]],
    [{ sort: "name", offset: 1, limit: 1 }, ["b1"]],
    [{ sort: "name", from: "1", size: "1" }, ["b1"]],
    [{ sort: "name", limit: null }, ["r2", "b1", "r1"]],
    [{ type: ROCKET, sort: "stage" }, ["r2", "r1"]],
  ];
  for (const [body, found] of ORDERS)
    test(`${JSON.stringify(body)} gives ${found.join(", ")}`, async () => assert.deepEqual(await ids(body), found));
});

test("limit 0 gives the total alone, and a greatest score of 0", async () => {
  const { hits } = await search({ limit: 0 });
  assert.deepEqual(hits, { total: 3, max_score: 0, hits: [] });
});

describe("_source", () => {
  const all = { id: "r1", name: "ubuntu-22.04-minimal", os: { os_distro: "ubuntu", "hw.cpu": "4" } };
  /** [what is asked for, the document]. */
  const SOURCES: [unknown, object | undefined][] = [
    ["name", { name: all.name }],
    [["id", "na*"], { id: "r1", name: all.name }],
    ["properties", { properties: all.os }],
    ["properties.*", { properties: all.os }],
    ["properties.hw.cpu", { properties: { "hw.cpu": "4" } }],
    [
      { include: ["id", "properties"], exclude: "*.os_distro" },
      { id: "r1", properties: { "hw.cpu": "4" } },
    ],
    [{ includes: ["id", "secret", "nosuch"] }, { id: "r1" }],
    [false, undefined],
  ];
  for (const [asked, found] of SOURCES)
    test(`${JSON.stringify(asked)} gives ${JSON.stringify(found)}`, async () => {
      const { hits } = await search({ query: { ids: { values: ["r1"] } }, _source: asked });
      assert.deepEqual(hits.hits[0]?.["_source"], found);
    });
  test("true, null and nothing give all of it", async () => {
    for (const all of [true, null, undefined]) {
      const { hits } = await search({ query: { ids: { values: ["r1"] } }, _source: all });
      assert.equal(Object.keys(hits.hits[0]?.["_source"] ?? {}).length, 13);
    }
  });
});

test("aggregations count exactly, most frequent first, and say what lies outside", async () => {
  const { aggregations } = await search({
    aggregations: {
      tags: { terms: { field: "tags", size: 1 } },
      distro: { terms: { field: "properties.os_distro" } },
      stage: { terms: { field: "stage" } },
      type: { terms: { field: "_type" } },
    },
    limit: 0,
  });
  assert.deepEqual(aggregations?.["tags"]?.buckets, [{ key: "lts", doc_count: 2 }]);
  assert.equal(aggregations?.["tags"]?.sum_other_doc_count, 1);
  assert.deepEqual(aggregations?.["distro"]?.buckets, [
    { key: "debian", doc_count: 1 },
    { key: "ubuntu", doc_count: 1 },
  ]);
  assert.deepEqual(aggregations?.["stage"]?.buckets, [
    { key: "1.9.0", doc_count: 1 },
    { key: "1.10.0", doc_count: 1 },
  ]);
  assert.deepEqual(aggregations?.["type"]?.buckets, [
    { key: ROCKET, doc_count: 2 },
    { key: PROBE, doc_count: 1 },
  ]);
});

describe("a request with a mistake is refused, saying which", () => {
  /** [who, the body, the status, the end of the type, what the message holds]. */
  const WRONG: [string, unknown, number, string, RegExp][] = [
    ["p1", [], 400, "bad-request", /must be a JSON object/],
    ["p1", "{", 400, "bad-request", /not JSON/],
    ["p1", Uint8Array.of(0x22, 0xff, 0x22), 400, "bad-request", /not UTF-8/],
    ["p1", { nosuch: 1 }, 400, "bad-request", /^nosuch: 'nosuch' is not known here/],
    ["p1", { suggest: {} }, 400, "unsupported", /^suggest: is not supported/],
    ["p1", { min_score: 1 }, 400, "unsupported", /^min_score: /],
    ["p1", { type: "OS::No::Such" }, 400, "unknown-type", /Resource type 'OS::No::Such' is not in the list of enabled/],
    ["p1", { type: AUDIT }, 403, "forbidden", /You may not search Test::Acme::Audit/],
    ["p1", { type: 5 }, 400, "bad-request", /^type: /],
    ["p1", { index: "other" }, 400, "bad-request", /there is no index 'other'/],
    ["p1", { limit: 1, size: 1 }, 400, "bad-request", /^size: means the same as 'limit'/],
    ["p1", { offset: 1, from: 1 }, 400, "bad-request", /^from: means the same as 'offset'/],
    ["p1", { aggs: {}, aggregations: {} }, 400, "bad-request", /^aggs: means the same/],
    ["p1", { limit: -1 }, 400, "bad-request", /^limit: must be a whole number/],
    ["p1", { limit: 1.5 }, 400, "bad-request", /^limit: /],
    ["p1", { limit: "many" }, 400, "bad-request", /^limit: /],
    ["p1", { from: 9990, size: 11 }, 400, "bad-request", /the first 10000 hits.*"cursor": true/],
    ["p1", { sort: "nosuch" }, 400, "unknown-field", /^sort\.nosuch: /],
    ["p1", { sort: [{ secret: "asc" }] }, 400, "unknown-field", /^sort\[0\]\.secret: /],
    ["p1", { sort: [{ name: "up" }] }, 400, "bad-request", /^sort\[0\]\.name\.order: must be asc or desc/],
    ["p1", { sort: [{ name: { missing: "_first" } }] }, 400, "bad-request", /_last/],
    ["p1", { sort: [5] }, 400, "bad-request", /^sort\[0\]: /],
    ["p1", { sort: Array(11).fill("name") }, 400, "bad-request", /11 keys/],
    ["p1", { _source: 5 }, 400, "bad-request", /^_source: must be a field/],
    ["p1", { highlight: {} }, 400, "bad-request", /^highlight\.fields: /],
    ["p1", { highlight: { fields: { "*": {} }, encoder: "x" } }, 400, "bad-request", /^highlight\.encoder: /],
    [
      "p1",
      { aggs: { a: { percentiles: { field: "x" } } } },
      400,
      "unsupported",
      /^aggs\.a\.percentiles: 'percentiles'/,
    ],
    [
      "p1",
      { aggs: { a: { terms: { field: "tags" }, min: { field: "size" } } } },
      400,
      "bad-request",
      /^aggs\.a: has 2 keys/,
    ],
    ["p1", { aggs: { a: { terms: { field: "tags", min_doc_count: 0 } } } }, 400, "bad-request", /min_doc_count/],
    ["p1", { aggs: { a: { terms: { field: "nosuch" } } } }, 400, "unknown-field", /^aggs\.a\.terms\.field: /],
    ["p1", { aggs: { a: { terms: { field: "secret" } } } }, 400, "unknown-field", /'secret'/],
    ["p1", { aggs: { a: { terms: { field: "tags", size: 10_001 } } } }, 400, "bad-request", /at most 10000/],
    ["p1", { aggs: [] }, 400, "bad-request", /^aggs: must be an object/],
    [
      "p1",
      { aggs: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [i, { terms: { field: "tags" } }])) },
      400,
      "bad-request",
      /at most 50/,
    ],
    ["p1", { all_projects: "maybe" }, 400, "bad-request", /^all_projects: must be true or false/],
    [
      "p1",
      { query: { range: { size: { gte: "x" } } } },
      400,
      "bad-request",
      /"x" is not a long, which field 'size' holds/,
    ],
    ["p1", "x".repeat(2 ** 20 + 1), 413, "too-large", /larger than 1048576 bytes/],
  ];
  for (const [token, body, status, code, message] of WRONG)
    test(`${JSON.stringify(body).slice(0, 80)}: ${status} ${code}`, async () => {
      const answer = await get("/v1/search", { method: "POST", token, body });
      const problem = JSON.parse(answer.text) as Record<string, unknown>;
      assert.equal(answer.status, status, answer.text);
      assert.equal(problem["type"], `urn:searchlight:error:${code}`);
      assert.match(String(problem["detail"]), message);
    });
});
