import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { put } from "../index/worlds.ts";
import { fleet, PROBE, served, type Found } from "./world.ts";

const probe = (id: string, project_id: string, rocket: string | readonly string[]) =>
  put(id, { id, name: `probe ${id}`, project_id, rocket }, 10, "self", PROBE);

describe("the name of what a field refers to", () => {
  // r1 is p1's own; r2 is public; r3 is p1's own and hidden.
  const ask = served([...fleet, probe("b2", "p1", ["r1", "r2", "r3", "gone"]), probe("b3", "p2", "r1")]);
  const search = async (token: string, body: object): Promise<Found> => {
    const { status, text } = await ask("/v1/search", { method: "POST", token, body: { type: PROBE, ...body } });
    assert.equal(status, 200, text);
    return JSON.parse(text) as Found;
  };
  const names = async (token: string, body: object = {}) =>
    Object.fromEntries(
      (await search(token, body)).hits.hits.map(({ _id, _source }) => [_id, _source?.["rocket_name"]]),
    );

  test("is told with it to whoever may see what it names, of what is hidden in lists too", async () => {
    const b2 = ["ubuntu-22.04-minimal", "Debian 12", "hidden away"];
    assert.deepEqual(await names("p1"), { b1: "ubuntu-22.04-minimal", b2 });
    const { text } = await ask(`/v1/resources/${PROBE}/b2`, { token: "p1" });
    assert.deepEqual((JSON.parse(text) as Record<string, Record<string, unknown>>)["_source"]?.["rocket_name"], b2);
    const { text: lines } = await ask("/v1/search/export", {
      method: "POST",
      token: "p1",
      body: { type: PROBE, _source: ["rocket_name"] },
    });
    assert.match(lines, /"rocket_name":"ubuntu-22.04-minimal"/);
  });

  test("is not told of what the caller may not see, like of what is not there", async () =>
    assert.deepEqual(await names("p2"), { b3: undefined }));

  const found = async (token: string, text: string) =>
    Object.keys(await names(token, { query: { query_string: { query: text } } })).toSorted();

  /** [what is typed, what p1 finds by it]. */
  const FINDS: [string, string[]][] = [
    ["rocket_name:debian", ["b2"]],
    ["rocket_name:(debian OR ubuntu*)", ["b1", "b2"]],
    ["_exists_:rocket_name", ["b1", "b2"]],
    ["NOT rocket_name:debian", ["b1"]],
    ["rocket_name:audit", []],
  ];
  for (const [text, ids] of FINDS)
    test(`finds what refers to it: ${text}`, async () => assert.deepEqual(await found("p1", text), ids));

  test("finds nothing by the name of what the caller may not see", async () => {
    assert.deepEqual(await found("p2", "rocket_name:ubuntu"), []);
    assert.deepEqual(await found("p2", "_exists_:rocket_name"), []);
  });

  test("is found in other projects by an administrator who looks in all of them", async () => {
    const body = { all_projects: true, query: { term: { rocket_name: "ubuntu-22.04-minimal" } } };
    assert.deepEqual(Object.keys(await names("admin", body)).toSorted(), ["b1", "b2", "b3"]);
  });

  for (const [what, body] of [
    ["sorted", { sort: ["rocket_name"] }],
    ["counted", { aggs: { a: { terms: { field: "rocket_name" } } } }],
    ["counted", { aggs: { a: { filter: { match: { rocket_name: "x" } } } } }],
  ] as const)
    test(`is not ${what} by, and the answer says by what instead: ${JSON.stringify(body)}`, async () => {
      const { status, text } = await ask("/v1/search", { method: "POST", token: "p1", body: { type: PROBE, ...body } });
      assert.equal(status, 400);
      assert.match(text, /'rocket'|not the same field/);
    });
});
