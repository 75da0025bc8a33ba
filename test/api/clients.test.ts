import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ROCKET } from "../index/worlds.ts";
import { PROBE, served, type Found, type Question } from "./world.ts";

const get = served();

const found = async (path: string, question: Question): Promise<Found> => {
  const { status, text } = await get(path, { token: "p1", ...question });
  assert.equal(status, 200, text);
  return JSON.parse(text) as Found;
};

describe("the command line's own requests", () => {
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/json",
    "User-Agent": "python-searchlightclient",
  };
  const search = (query: object): Promise<Found> =>
    found("/v1/search", {
      method: "POST",
      headers,
      body: { query, type: null, all_projects: false, _source: ["id", "name", "updated_at"] },
    });

  test("openstack search resource type list", async () => {
    const { status, text } = await get("/v1/search/plugins", { token: "p1", headers });
    const plugin = (type: string) => ({
      type,
      "alias-searching": "searchlight-search",
      "alias-indexing": "searchlight-listener",
    });
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), { plugins: [plugin(PROBE), plugin(ROCKET)] });
  });

  test("openstack search facet list --limit-terms 5 --type …", async () => {
    const path = `/v1/search/facets?limit_terms=5&all_projects=False&type=${encodeURIComponent(ROCKET)}`;
    const { status, text } = await get(path, { token: "p1", headers });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(JSON.parse(text) as object), [ROCKET]);
  });

  /** [what is typed, ids found, best first]. */
  const TYPED: [string, string[]][] = [
    ["ubuntu", ["r1", "b1"]],
    ["name: debian AND created_at: [now-1y TO now]", ["r2"]],
    ["name:ubuntu\\/22.04", ["r1"]],
    ["name:ubuntu* AND NOT status:lost", ["r1"]],
  ];
  for (const [query, ids] of TYPED)
    test(`openstack search query '${query}'`, async () => {
      const { hits } = await search({ query_string: { query } });
      assert.deepEqual(
        hits.hits.map(({ _source }) => _source?.["id"]),
        ids,
      );
    });

  test("openstack search query --json", async () => {
    const { hits } = await search({ term: { status: "active" } });
    assert.deepEqual(hits.hits[0]?.["_source"], {
      id: "r1",
      name: "ubuntu-22.04-minimal",
      updated_at: "2026-11-22T17:55:00.250000",
    });
  });
});

describe("the Horizon panel's own requests", () => {
  const panel = (query: object, more: object = {}): Promise<Found> =>
    found("/v1/search", {
      method: "POST",
      body: {
        query,
        limit: 200,
        version: true,
        highlight: { fields: { "*": {} }, pre_tags: ["<b>"], post_tags: ["</b>"] },
        ...more,
      },
    });
  const ids = async (query: object, more: object = {}): Promise<string[]> =>
    (await panel(query, more)).hits.hits.map(({ _id }) => _id);
  const typed = { query_string: { query: "ubuntu", phrase_slop: 2, lenient: true, analyze_wildcard: true } };

  test("a typed text, by score, highlighted", async () => {
    const { hits } = await panel(typed, { sort: [{ _score: { order: "desc" } }] });
    assert.equal(hits.total, 2);
    assert.deepEqual(
      hits.hits.map(({ _id, highlight }) => [_id, highlight?.["name"]]),
      [
        ["r1", ["<b>ubuntu</b>-22.04-minimal"]],
        ["b1", ["probe of <b>ubuntu</b>"]],
      ],
    );
    for (const { _version } of hits.hits) assert.ok(Number.isSafeInteger(_version));
  });

  test("sorted by a field that one type lacks: its resources come last", async () =>
    assert.deepEqual(await ids({ match_all: {} }, { sort: [{ updated_at: { order: "desc" } }] }), ["r1", "r2", "b1"]));

  test("a facet picked", async () =>
    assert.deepEqual(await ids({ bool: { must: [{ query_string: { fields: ["tags"], query: "prod" } }] } }), ["r1"]));

  test("the last minutes", async () =>
    assert.deepEqual(await ids({ range: { updated_at: { from: "now-10m" } } }), ["r1"]));

  test("what it holds already, asked for again by type and id", async () => {
    const should = [{ ids: { type: ROCKET, values: ["r2"] } }, { ids: { type: PROBE, values: ["b1"] } }];
    assert.deepEqual((await ids({ bool: { filter: { bool: { should } } } })).toSorted(), ["b1", "r2"]);
  });

  test("an inexact name", async () => {
    const named = (query: string) => ({ query_string: { fields: ["name"], query, fuzzy_prefix_length: 2 } });
    assert.deepEqual(await ids(named("ubunto~")), ["r1", "b1"]);
    assert.deepEqual(await ids(named("ebuntu~")), [], "its beginning must be right");
  });

  test("the same search again gives the same versions", async () => {
    const once = await panel(typed);
    const again = await panel(typed);
    assert.deepEqual(again.hits, once.hits);
  });
});
