import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { accountOf } from "../../src/index/account.ts";
import { joined, UNKNOWN, type Freshness } from "../../src/index/freshness.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { catalog, put } from "./worlds.ts";

const NOW = Date.parse("2026-11-22T18:00:00Z");
const at = (seconds: number): number => (NOW + seconds * 1000) * 1000;
const begun = () => accountOf(memoryStore(catalog), () => NOW);

test("an index that took nothing in does not say how fresh it is", async () =>
  assert.deepEqual(await begun().told(), { sources: [] }));

test("it is as fresh as the newest event applied: late ones do not set it back, and no clock puts it past now", async () => {
  const { store, told } = begun();
  const fresh: (number | undefined)[] = [];
  for (const seconds of [-60, -90, -30, 86_400]) {
    await store.apply([put("x", {}, at(seconds))]);
    fresh.push((await told()).asOf);
  }
  assert.deepEqual(fresh, [NOW - 60_000, NOW - 60_000, NOW - 30_000, NOW]);
});

test("a listing that told nothing new makes it as fresh as that listing", async () => {
  const { listed, told } = begun();
  listed(at(-40));
  listed(at(-50));
  assert.equal((await told()).asOf, NOW - 40_000);
});

test("what a store rejects or fails to take counts for nothing", async () => {
  const memory = memoryStore(catalog);
  const rejecting = accountOf({ ...memory, apply: async () => [{ stored: false, reason: "no" }] }, () => NOW);
  await rejecting.store.apply([put("x", {}, at(-1))]);
  const failing = accountOf({ ...memory, apply: () => Promise.reject(new Error("away")) }, () => NOW);
  await assert.rejects(failing.store.apply([put("x", {}, at(-1))]), /away/);
  assert.deepEqual([await rejecting.told(), await failing.told()], [UNKNOWN, UNKNOWN]);
});

test("sources are told by name, each as far as it ever was read", async () => {
  const { read, told } = begun();
  read({ source: "t/1", position: 5, newest: NOW - 1000 });
  read({ source: "t/0", position: 7, newest: 1e300 });
  read({ source: "t/1", position: 3, newest: undefined });
  assert.deepEqual((await told()).sources, [
    { source: "t/0", position: 7, newest: NOW, at: NOW },
    { source: "t/1", position: 5, newest: NOW - 1000, at: NOW },
  ]);
});

test("a process that comes later, or only reads, tells what others did", async () => {
  const memory = memoryStore(catalog);
  const shared = { ...memory, close: async () => {} };
  let now = NOW;
  const reader = accountOf(shared, () => now);
  assert.equal((await reader.told()).asOf, undefined);
  const writer = accountOf(shared, () => NOW);
  await writer.store.apply([put("x", {}, at(-5))]);
  writer.read({ source: "t/0", position: 9, newest: NOW - 5000 });
  await writer.store.close();
  now += 1001;
  const told = await reader.told();
  assert.deepEqual([told.asOf, told.sources.map(({ position }) => position)], [NOW - 5000, [9]]);
});

test("what the store does not keep now it is told again, and an account that cannot be read is the last one", async () => {
  const memory = memoryStore(catalog);
  let away = true;
  const shaky = {
    ...memory,
    note: (told: Freshness) => (away ? Promise.reject(new Error("away")) : memory.note(told)),
    freshness: () => Promise.reject(new Error("away")),
  };
  const { store, told } = accountOf(shaky, () => NOW);
  await store.apply([put("x", {}, at(-5))]);
  await store.close();
  assert.equal((await told()).asOf, NOW - 5000);
  away = false;
  await store.close();
  assert.equal((await memory.freshness()).asOf, NOW - 5000);
});

const accounts = fc
  .record({
    asOf: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    read: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))),
  })
  .map(({ asOf, read }): Freshness => ({
    ...(asOf !== undefined && { asOf }),
    sources: Object.entries(read)
      .map(([source, [position, at]]) => ({ source, position, at }))
      .toSorted((a, b) => (a.source < b.source ? -1 : 1)),
  }));

test("accounts join in any order, any number of times", () =>
  fc.assert(
    fc.property(accounts, accounts, accounts, (a, b, c) => {
      assert.deepEqual(joined(a, b), joined(b, a));
      assert.deepEqual(joined(joined(a, b), c), joined(a, joined(b, c)));
      assert.deepEqual(joined(joined(a, b), b), joined(a, b));
    }),
  ));
