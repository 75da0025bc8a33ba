import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { IndexStore } from "../../../src/index/store.ts";
import { operations } from "../arbitraries.ts";
import { fold, put, states } from "../worlds.ts";
import { absent, client, empty, open, ownPrefix } from "./cluster.ts";

test("stores that open at the same time make their indices together", { skip: absent }, async () => {
  const prefix = ownPrefix();
  const stores = await Promise.all([open({ prefix }), open({ prefix }), open({ prefix })]);
  for (const store of stores) await store.ready();
  const indices = Object.keys(await client().indices.getAlias({ name: `${prefix}-all` }));
  assert.deepEqual(
    indices.toSorted(),
    ["audit", "probe", "rocket"].map((slug) => `${prefix}-test-acme-${slug}-000001`),
  );
  await Promise.all(stores.map((store) => store.close()));
});

/** Tells a store of so much that is new that it takes all for new. */
async function usedToNews(store: IndexStore): Promise<void> {
  const all = Array.from({ length: 8000 }, (_, i) => put(`new${i}`, { owner: "p1" }, 10));
  await store.apply(all);
}

for (const [used, to] of [
  [false, "that look first"],
  [true, "that take all for new"],
] as const)
  test(
    `workers ${to}, told the same, shuffled and doubled, at the same time, leave what one would`,
    { skip: absent },
    async () => {
      const prefix = ownPrefix();
      const stores = await Promise.all([open({ prefix }), open({ prefix })]);
      if (used) for (const store of stores) await usedToNews(store);
      const world = fc.array(operations(["r1", "r2", "r3"]), { minLength: 30, maxLength: 60 });
      const shares = world.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
      );
      await fc.assert(
        fc.asyncProperty(shares, fc.integer({ min: 1, max: 10 }), async ([all, first, second], size) => {
          await empty(prefix);
          const work = async (worker: number, share: typeof all): Promise<void> => {
            for (let i = 0; i < share.length; i += size) {
              const outcomes = await stores[worker]!.apply(share.slice(i, i + size));
              assert.ok(outcomes.every(({ stored }) => stored));
            }
          };
          await Promise.all([work(0, first), work(1, second), work(1, [...first].toReversed())]);
          await stores[0].refresh();
          assert.deepEqual(await states(stores[1]), fold(all));
        }),
        { numRuns: 8 },
      );
      await Promise.all(stores.map((store) => store.close()));
    },
  );

test("a purge leaves alone what was told of since it looked", { skip: absent }, async () => {
  const store = await open();
  const gone = Array.from(
    { length: 50 },
    (_, i) => ({ ...put(`r${i}`, {}, 20), kind: "remove", final: false }) as const,
  );
  await store.apply(gone);
  await store.refresh();
  await store.apply([put("r7", { owner: "p1" }, 30)]); // not searchable yet, so the purge still sees a tombstone
  assert.equal(await store.purge(Date.now() * 1000 + 1000), 49);
  await store.refresh();
  assert.equal((await states(store)).length, 1);
  await store.close();
});
