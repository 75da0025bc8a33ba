import assert from "node:assert/strict";
import { test } from "node:test";
import { accountOf } from "../../src/index/freshness.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { catalog, put } from "./worlds.ts";

const NOW = Date.parse("2026-11-22T18:00:00Z");
const at = (seconds: number): number => (NOW + seconds * 1000) * 1000;

test("an index that took nothing in does not say how fresh it is", () =>
  assert.deepEqual(accountOf().told(), { asOf: undefined, sources: [] }));

test("it is as fresh as the newest event applied: late ones do not set it back, and no clock puts it past now", async () => {
  const account = accountOf(() => NOW);
  const store = account.of(memoryStore(catalog));
  const fresh: (number | undefined)[] = [];
  for (const seconds of [-60, -90, -30, 86_400]) {
    await store.apply([put("x", {}, at(seconds))]);
    fresh.push(account.told().asOf);
  }
  assert.deepEqual(fresh, [NOW - 60_000, NOW - 60_000, NOW - 30_000, NOW]);
});

test("what a store rejects or fails to take counts for nothing", async () => {
  const account = accountOf(() => NOW);
  const memory = memoryStore(catalog);
  const rejecting = account.of({ ...memory, apply: async () => [{ stored: false, reason: "no" }] });
  await rejecting.apply([put("x", {}, at(-1))]);
  const failing = account.of({ ...memory, apply: () => Promise.reject(new Error("away")) });
  await assert.rejects(failing.apply([put("x", {}, at(-1))]), /away/);
  assert.equal(account.told().asOf, undefined);
});

test("sources are told by name, each as far as it ever was read", () => {
  const account = accountOf(() => NOW);
  account.read({ source: "t/1", position: 5, newest: NOW - 1000 });
  account.read({ source: "t/0", position: 7, newest: 1e300 });
  account.read({ source: "t/1", position: 3, newest: undefined });
  assert.deepEqual(account.told().sources, [
    { source: "t/0", position: 7, newest: NOW, at: NOW },
    { source: "t/1", position: 5, newest: undefined, at: NOW },
  ]);
});
