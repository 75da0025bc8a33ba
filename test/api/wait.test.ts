import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import type { Freshness } from "../../src/index/freshness.ts";
import { fleet, partsOf } from "./world.ts";

type Told = { complete?: boolean; reasons?: string[]; detail?: string; wait_for?: string; hits?: { total: number } };

/** An index that has read so far, and further with each look. */
function reading(positions: readonly number[]): () => Promise<Freshness> {
  let looks = 0;
  return async () => {
    const position = positions[Math.min(looks++, positions.length - 1)]!;
    return { sources: [{ source: "notifications.info/0", position, newest: 1, at: Date.now() }] };
  };
}

async function asked(token: string, waitFor: string, more: Parameters<typeof partsOf>[1] = {}) {
  const app = createApp(await partsOf(fleet, { freshness: reading([0, 5, 10]), searchableAfter: 60, ...more }));
  const began = performance.now();
  const answer = await app.request(`/v1/search?wait_for=${encodeURIComponent(waitFor)}`, {
    headers: { "X-Auth-Token": token },
  });
  return { status: answer.status, told: (await answer.json()) as Told, took: performance.now() - began };
}

describe("a search that waits", () => {
  test("for what was posted waits until it can be found, and no longer", async () => {
    const app = createApp(await partsOf(fleet));
    const answer = await app.request("/v1/notifications", {
      method: "POST",
      headers: { "X-Auth-Token": "admin" },
      body: '{"event_type":"x","payload":{}}',
    });
    const { wait_for: token } = (await answer.json()) as Told;
    const { status, told, took } = await asked("p1", token!);
    assert.deepEqual([status, told.complete], [200, true]);
    assert.ok(took < 5000);
    const past = await asked("p1", "stored/1000");
    assert.deepEqual([past.status, past.told.complete], [200, true]);
  });

  test("for a record waits until its source was read so far, and what it told can be found", async () => {
    const { status, told, took } = await asked("admin", "notifications.info/0/7");
    assert.deepEqual([status, told.complete, told.reasons], [200, true, []]);
    assert.ok(took >= 60, "not before it can be found");
  });

  test("in vain answers all the same, and says so", async () => {
    const { status, told } = await asked("admin", "notifications.info/0/10", { limits: { searchMilliseconds: 400 } });
    assert.deepEqual([status, told.complete, told.hits!.total > 0], [200, false, true]);
    assert.match(told.reasons![0]!, /cannot be found yet, after 0\.2 s/);
  });

  /** [what, token, wait_for, status, what is said]. */
  const REFUSED: [string, string, string, number, RegExp][] = [
    ["for what is no token", "p1", "soon", 400, /is no token/],
    ["for a time that is none", "p1", "stored/yesterday", 400, /is no token/],
    ["for a position, as a member", "p1", "notifications.info/0/7", 403, /for administrators/],
  ];
  for (const [what, token, waitFor, expected, says] of REFUSED)
    test(`${what} is refused`, async () => {
      const { status, told } = await asked(token, waitFor);
      assert.equal(status, expected);
      assert.match(told.detail!, says);
    });
});
