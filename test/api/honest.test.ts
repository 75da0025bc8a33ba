import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import type { Freshness } from "../../src/index/freshness.ts";
import { LATE } from "../../src/index/store.ts";
import { fleet, NOW, partsOf } from "./world.ts";

const freshness = async (): Promise<Freshness> => ({
  asOf: NOW - 1234,
  sources: [{ source: "notifications.info/0", position: 42, newest: NOW - 2345, at: NOW - 1 }],
});

type Told = Record<string, unknown>;

/** The answer to a search, when the store's is as complete as that. */
async function told(token: string, more: { reasons?: string[]; fresh?: boolean; path?: string } = {}) {
  const { reasons = [], fresh = true, path = "/v1/search" } = more;
  const parts = await partsOf(fleet, fresh ? { freshness } : {});
  const search: typeof parts.store.search = async (...asked) => ({
    ...(await parts.store.search(...asked)),
    complete: reasons.length === 0,
    reasons,
  });
  const app = createApp({ ...parts, store: { ...parts.store, search } });
  const answer = await app.request(path, { headers: { "X-Auth-Token": token } });
  return { status: answer.status, body: (await answer.json()) as Told };
}

describe("an honest answer", () => {
  test("says how fresh it is in whole seconds; how far each source was read, to administrators only", async () => {
    const [{ body: own }, { body: all }] = [await told("p1"), await told("admin")];
    assert.deepEqual([own["as_of"], own["sources"]], ["2026-11-22T17:59:58Z", undefined]);
    assert.deepEqual(all["sources"], [
      {
        source: "notifications.info/0",
        position: 42,
        newest: "2026-11-22T17:59:57Z",
        read_at: "2026-11-22T17:59:59Z",
      },
    ]);
  });

  test("says null where nothing is known of that", async () =>
    assert.equal((await told("admin", { fresh: false })).body["as_of"], null));

  test("says that it is complete", async () => {
    const { complete, reasons, timed_out } = (await told("p1")).body;
    assert.deepEqual([complete, reasons, timed_out], [true, [], false]);
  });

  /** [why the store's answer is not complete, whether it ran out of time]. */
  const PARTIAL: [string, boolean][] = [
    ["1 of 3 parts of the index did not answer", false],
    [LATE, true],
  ];
  for (const [reason, late] of PARTIAL)
    test(`says when it is not, and why: ${reason}`, async () => {
      const { body } = await told("p1", { reasons: [reason] });
      assert.deepEqual([body["complete"], body["reasons"], body["timed_out"]], [false, [reason], late]);
      assert.deepEqual(body["_shards"], { total: 2, successful: 1, failed: 1, failures: [{ reason }] });
    });

  test("facets, which have no place to say so, are exact or not given", async () => {
    const { status } = await told("p1", { reasons: ["a part is away"], path: "/v1/search/facets" });
    assert.equal(status, 503);
  });
});
