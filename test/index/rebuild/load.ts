import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "../../../src/index/operation.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { admin, asking, put, remove } from "../worlds.ts";

/** Resources that are there before and that nobody changes: every search finds all of them, at every moment. */
const SETTLED = Number(process.env["REBUILD_RESOURCES"] ?? 3000);
/** Resources that writers change all the time. */
const CHANGING = 600;
/** The least time that searches and writes go on for around a rebuild, in milliseconds. */
const AROUND = 300;

const pad = (n: number): string => `pad ${n % 7}`;

export const settled = (): Operation[] =>
  Array.from({ length: SETTLED }, (_, i) =>
    put(`s${i}`, { owner: "p1", status: "settled", name: `rocket ${i % 50}`, size: i, pad: pad(i) }),
  );

/** Time goes on with every event, whoever tells it; now and then one is late. */
let clock = 1000;
const observed = (): number => (clock += 10) - (clock % 3 === 0 ? 500 : 0);

/** What happens to some resource: it is made or changed, gets a part, or goes. */
function happening(): Operation {
  const id = `c${Math.floor(Math.random() * CHANGING)}`;
  const kind = Math.random();
  const at = observed();
  if (kind < 0.15) return remove(id, at, false);
  if (kind < 0.3) return put(id, { status: "accepted" }, at, `members/p${at % 3}`);
  return put(id, { owner: `p${at % 3}`, status: "changing", name: `rocket ${at}`, size: at, pad: pad(at) }, at);
}

/** What went on around a rebuild: every operation that was acknowledged, and how many searches were answered. */
export type Load = { readonly told: readonly Operation[]; readonly searches: number };

/** Writes to stores and searches in them without a pause while something happens. @throws when one of these fails */
export async function underLoad(
  { writers, searchers }: { writers: readonly IndexStore[]; searchers: readonly IndexStore[] },
  during: () => Promise<void>,
): Promise<Load> {
  const told: Operation[] = [];
  let searches = 0;
  const over = new AbortController();
  const write = async (store: IndexStore): Promise<void> => {
    while (!over.signal.aborted) {
      const batch = Array.from({ length: 20 }, happening);
      assert.ok((await store.apply(batch)).every(({ stored }) => stored));
      told.push(...batch);
      await sleep(20);
    }
  };
  const search = async (store: IndexStore): Promise<void> => {
    const query = { kind: "terms", field: "status", values: ["settled"] } as const;
    while (!over.signal.aborted) {
      const { total, complete } = await store.search(asking(query, { size: 3 }), admin());
      assert.deepEqual({ total, complete }, { total: SETTLED, complete: true });
      assert.ok(await store.get({ type: "Test::Acme::Rocket", id: `s${searches % SETTLED}` }, admin()));
      searches++;
      await sleep(5);
    }
  };
  const load = [...writers.map(write), ...searchers.map(search)];
  const failed = Promise.all(load);
  try {
    await Promise.race([
      failed,
      sleep(AROUND)
        .then(during)
        .then(() => sleep(AROUND)),
    ]);
  } finally {
    over.abort();
    await Promise.allSettled(load);
  }
  await failed;
  return { told, searches };
}
