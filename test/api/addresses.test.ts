import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { put, ROCKET } from "../index/worlds.ts";
import { served, type Found } from "./world.ts";

const rocket = (id: string, ...address: string[]) =>
  put(id, { id, name: id, owner: "p1", visibility: "private", address });
const get = served([
  rocket("four", "10.0.0.9"),
  rocket("mapped", "::ffff:10.0.0.10"),
  rocket("six", "2001:DB8:0::1", "fe80::1"),
  rocket("none", "10.0.0"),
]);
const ask = async (body: object): Promise<Found> => {
  const { status, text } = await get("/v1/search", { method: "POST", token: "p1", body: { type: ROCKET, ...body } });
  assert.equal(status, 200, text);
  return JSON.parse(text) as Found;
};
const idsOf = async (body: object): Promise<string> => (await ask(body)).hits.hits.map(({ _id }) => _id).join(" ");

/** [a query, what it finds by address]. */
const FOUND: [object, string][] = [
  [{ term: { address: "10.0.0.10" } }, "mapped"],
  [{ term: { address: "2001:db8::1" } }, "six"],
  [{ term: { address: "10.0.0.0/8" } }, "four mapped"],
  [{ terms: { address: ["10.0.0.9", "fe80::/10"] } }, "four six"],
  [{ term: { address: "10.0.0.0/99" } }, ""],
  [{ range: { address: { gt: "10.0.0.9", lt: "fe80::" } } }, "mapped six"],
  [{ query_string: { query: "address:10.0.0.*" } }, "four mapped"],
  [{ query_string: { query: String.raw`address:2001\:db8\:\:\/32` } }, "six"],
  [{ query_string: { query: "10.0.0.9" } }, "four"],
  [{ match: { address: "::ffff:a00:9" } }, "four"],
  [{ exists: { field: "address" } }, "four mapped six"],
];
describe("an address is found however it is written", () => {
  for (const [query, found] of FOUND)
    test(JSON.stringify(query), async () => assert.equal(await idsOf({ query, sort: "address" }), found));
});

test("addresses sort and count as such, and are told in their usual writing", async () => {
  const aggs = {
    all: { terms: { field: "address", order: { _key: "asc" } } },
    ten: { terms: { field: "address", include: "10\\..*" } },
  };
  const { aggregations, hits } = await ask({ sort: [{ address: "desc" }], aggs });
  const keys = (name: string): unknown[] => aggregations![name]!.buckets.map((one) => (one as { key: unknown }).key);
  assert.deepEqual(
    [keys("all"), keys("ten")],
    [
      ["10.0.0.9", "10.0.0.10", "2001:db8::1", "fe80::1"],
      ["10.0.0.9", "10.0.0.10"],
    ],
  );
  assert.deepEqual(
    hits.hits.map(({ sort }) => sort?.[0]),
    ["fe80::1", "10.0.0.10", "10.0.0.9", null],
  );
});

test("a bound that is no address is refused", async () => {
  const body = { type: ROCKET, query: { range: { address: { gte: "10.0.0" } } } };
  const { status, text } = await get("/v1/search", { method: "POST", token: "p1", body });
  assert.deepEqual([status, text.includes("is not an ip, which field 'address' holds")], [400, true], text);
});
