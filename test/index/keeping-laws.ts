import assert from "node:assert/strict";
import type { Operation } from "../../src/index/operation.ts";
import { canonical } from "../../src/index/json.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import type { Using } from "./store-laws.ts";
import { admin, asking, member, put, remove, ROCKET, states } from "./worlds.ts";

const own = { owner: "p1", visibility: "private" };

/** What a store promises of what it keeps: how fresh that is, its states, and what it forgets. */
export function keepingLaws(
  law: (title: string, run: () => Promise<void>) => void,
  using: Using,
  filled: (all: readonly Operation[], use: (store: IndexStore) => Promise<void>) => Promise<void>,
): void {
  law("what was just made is as the definitions have it", () =>
    using(async (store) => {
      await store.apply([put("r", own)]);
      await store.refresh();
      assert.deepEqual(await store.outdated(), []);
    }),
  );

  law("what is noted of its freshness is told, joined", () =>
    using(async (store) => {
      assert.deepEqual(await store.freshness(), { sources: [] });
      await store.note({ asOf: 7, sources: [{ source: "t/0", position: 3, at: 5 }] });
      await store.note({ asOf: 6, sources: [{ source: "s/1", position: 1, newest: 2, at: 4 }] });
      assert.deepEqual(await store.freshness(), {
        asOf: 7,
        sources: [
          { source: "s/1", position: 1, newest: 2, at: 4 },
          { source: "t/0", position: 3, at: 5 },
        ],
      });
    }),
  );

  law("purging forgets tombstones that were written long ago, and nothing else", () =>
    filled(
      [put("x", own, 10), put("y", own, 10), remove("y", 20), put("z", own, 10), remove("z", 90)],
      async (store) => {
        const hour = 3_600_000_000;
        assert.equal(await store.purge(Date.now() * 1000 - hour), 0, "however old the events are");
        assert.equal(await store.purge(Date.now() * 1000 + hour), 2);
        await store.refresh();
        assert.equal((await states(store)).length, 1);
        const { hits } = await store.search(asking({ kind: "all" }), admin());
        assert.deepEqual(
          hits.map(({ id }) => id),
          ["x"],
        );
      },
    ),
  );

  law("states are read by their resources, tombstones and what waits too, in the order asked", () =>
    filled([put("x", own, 10), put("y", own, 10), remove("y", 20), put("z", { a: 1 }, 10, "early")], async (store) => {
      const refs = ["z", "none", "y", "x", "x"].map((id) => ({ type: ROCKET, id }));
      const kept = await store.states(refs, indexerScope());
      assert.deepEqual(
        kept.map((state) => state?.ref.id),
        ["z", undefined, "y", "x", "x"],
      );
      const texts = kept.flatMap((state) => (state ? [canonical(state)] : []));
      assert.deepEqual([...new Set(texts)].toSorted(), await states(store));
      assert.deepEqual(await store.states([], indexerScope()), []);
      await assert.rejects(store.states(refs, member("p1")), { code: "forbidden" });
    }),
  );

  law("only the index itself may scan its states", () =>
    using(async (store) => {
      await assert.rejects(
        async () => {
          for await (const state of store.scan(ROCKET, member("p1"))) assert.ok(state);
        },
        { code: "forbidden" },
      );
    }),
  );
}
