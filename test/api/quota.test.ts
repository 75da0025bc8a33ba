import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../src/api/app.ts";
import { quotas } from "../../src/api/quota.ts";
import { fleet, partsOf } from "./world.ts";

/** A clock that goes when it is told to, and a quota by it. */
function timed(requests: number, concurrent = 1000) {
  const clock = { now: 0 };
  const quota = quotas({ requests, concurrent }, () => clock.now);
  /** Asks and ends; true when it was let through. */
  const ask = (project: string): boolean => {
    const turn = quota(project);
    if (turn.wait === undefined) turn.end();
    return turn.wait === undefined;
  };
  return { clock, quota, ask };
}

describe("a project's quota", () => {
  test("is spent at once or bit by bit, comes back with time, and is no other project's", () => {
    const { clock, quota, ask } = timed(60);
    for (let i = 0; i < 60; i++) assert.ok(ask("p1"));
    const turn = quota("p1");
    assert.deepEqual([turn.wait, turn.headers["Retry-After"]], [1, "1"]);
    assert.ok(ask("p2"));
    clock.now += 999;
    assert.equal(ask("p1"), false);
    clock.now += 1;
    assert.ok(ask("p1"));
    assert.equal(ask("p1"), false);
  });

  test("tells what it is and what is left of it, in the fields of the IETF's draft", () => {
    const { clock, quota } = timed(120);
    assert.deepEqual(quota("p1").headers, {
      "RateLimit-Policy": '"project";q=120;w=60',
      RateLimit: '"project";r=119;t=1',
    });
    clock.now += 200;
    assert.equal(quota("p1").headers["RateLimit"], '"project";r=118;t=1');
  });

  test("whoever waits as long as was said gets through, whatever was asked before", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.nat({ max: 5000 }), { maxLength: 50 }),
        (requests, pauses) => {
          const { clock, quota } = timed(requests);
          for (const pause of pauses) {
            clock.now += pause;
            const turn = quota("p1");
            if (turn.wait === undefined) continue;
            clock.now += turn.wait * 1000;
            assert.equal(quota("p1").wait, undefined);
          }
        },
      ),
    ));

  test("is never more in any minute than twice what it says: what was saved, and what came back", () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3000 }), { minLength: 50, maxLength: 300 }), (pauses) => {
        const { clock, ask } = timed(20);
        const through: number[] = [];
        for (const pause of pauses) {
          clock.now += pause;
          if (ask("p1")) through.push(clock.now);
        }
        for (const from of through)
          assert.ok(through.filter((at) => at >= from && at < from + 60_000).length <= 40, "a minute had more");
      }),
    ));

  test("of requests under way is given back when they end, and only then", () => {
    const { quota } = timed(1000, 2);
    const [first, second] = [quota("p1"), quota("p1")];
    assert.deepEqual(
      [first.wait, second.wait, quota("p1").wait, quota("p2").wait],
      [undefined, undefined, 1, undefined],
    );
    if (first.wait === undefined) first.end();
    assert.equal(quota("p1").wait, undefined);
    assert.equal(quota("p1").wait, 1);
  });

  test("is remembered for ten thousand projects; who asked longest ago is forgotten first", () => {
    const { ask } = timed(1);
    for (let i = 0; i < 10_000; i++) assert.ok(ask(`p${i}`));
    assert.equal(ask("p0"), false);
    assert.ok(ask("another"));
    assert.equal(ask("p0"), false, "it asked again meanwhile");
    assert.ok(ask("p1"), "it was forgotten, so it is a stranger");
  });
});

describe("requests beyond a quota", () => {
  const headers = { "X-Auth-Token": "p1" };

  test("are a 429 in words that says when to come back; other projects, health and documents go on", async () => {
    const app = createApp(await partsOf(fleet, { limits: { requests: 2 } }));
    const statuses = [];
    for (const path of ["/v1/search", "/v1/search/fields"])
      statuses.push((await app.request(path, { headers })).status);
    assert.deepEqual(statuses, [200, 200]);
    const refused = await app.request("/v1/search", { headers });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "30");
    assert.equal(refused.headers.get("ratelimit-policy"), '"project";q=2;w=60');
    assert.match(refused.headers.get("ratelimit") ?? "", /^"project";r=0;t=(59|60)$/);
    const { type, detail } = (await refused.json()) as { type: string; detail: string };
    assert.equal(type, "urn:searchlight:error:too-many-requests");
    assert.equal(detail, "Your project has asked more than 2 times a minute; try again in 30 s");
    assert.equal((await app.request("/v1/search", { headers: { "X-Auth-Token": "p2" } })).status, 200);
    assert.equal((await app.request("/healthz")).status, 200);
    assert.equal((await app.request("/docs")).status, 200);
  });

  test("a refused query counts too, and its answer tells what is left", async () => {
    const app = createApp(await partsOf(fleet, { limits: { requests: 2 } }));
    const wrong = await app.request("/v1/search?x=1", { headers });
    assert.equal(wrong.status, 400);
    assert.match(wrong.headers.get("ratelimit") ?? "", /r=1;/);
  });

  test("a request under way holds its place until it is answered, however it ends", async () => {
    const parts = await partsOf(fleet, { limits: { concurrent: 1 } });
    const held = Promise.withResolvers<never>();
    let slow = true;
    const search: typeof parts.store.search = (...asked) => (slow ? held.promise : parts.store.search(...asked));
    const app = createApp({ ...parts, store: { ...parts.store, search } });
    const first = app.request("/v1/search", { headers });
    await new Promise(setImmediate);
    const second = await app.request("/v1/search", { headers });
    assert.equal(second.status, 429);
    assert.match(((await second.json()) as { detail: string }).detail, /has 1 requests under way/);
    held.reject(new Error("it broke"));
    assert.equal((await first).status, 500);
    slow = false;
    assert.equal((await app.request("/v1/search", { headers })).status, 200);
  });
});

/** [limit, its value, a search beyond it, what is said]. */
const BEYOND: [string, number, object, RegExp][] = [
  ["depth", 2, { query: { bool: { must: { bool: { must: { match_all: {} } } } } } }, /nested deeper than 2/],
  ["clauses", 2, { query: { query_string: { query: "a b c d" } } }, /more than 2 clauses/],
  ["buckets", 5, { aggs: { a: { terms: { field: "status", size: 6 } } } }, /at most 5 are taken/],
  [
    "aggregationDepth",
    1,
    { aggs: { a: { terms: { field: "status" }, aggs: { b: { terms: { field: "tags" } } } } } },
    /at most 1 deep/,
  ],
  ["patternLength", 5, { query: { wildcard: { name: "*ubuntu*" } } }, /8 characters; at most 5/],
  ["patternLength", 5, { query: { regexp: { name: "ubu.*tu" } } }, /at most 5/],
  ["patternLength", 5, { query: { query_string: { query: "/ubu.*tu/" } } }, /at most 5/],
  ["page", 5, { size: 6 }, /size: is 6; a page holds at most 5 hits/],
  ["window", 8, { from: 5, size: 5 }, /the first 8 hits/],
];
for (const [limit, value, body, message] of BEYOND)
  test(`a search beyond a configured limit of ${limit} is a 400 in words: ${JSON.stringify(body)}`, async () => {
    const app = createApp(await partsOf(fleet, { limits: { [limit]: value } }));
    const headers = { "X-Auth-Token": "p1" };
    const answer = await app.request("/v1/search", { method: "POST", headers, body: JSON.stringify(body) });
    const { detail } = (await answer.json()) as { detail: string };
    assert.equal(answer.status, 400, detail);
    assert.match(detail, message);
  });

test("a body beyond the configured limit is a 413 in words", async () => {
  const app = createApp(await partsOf(fleet, { limits: { searchBytes: 10 } }));
  const headers = { "X-Auth-Token": "p1" };
  const answer = await app.request("/v1/search", { method: "POST", headers, body: '{"query":{"match_all":{}}}' });
  assert.equal(answer.status, 413);
  assert.match(((await answer.json()) as { detail: string }).detail, /larger than 10 bytes/);
});
