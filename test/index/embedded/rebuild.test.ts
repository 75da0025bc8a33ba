import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "../../../src/index/operation.ts";
import type { Rebuilder } from "../../../src/index/rebuild.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { embeddedRebuilder } from "../../../src/index/stores/embedded/rebuild.ts";
import { embeddedStore, type EmbeddedOptions } from "../../../src/index/stores/embedded/store.ts";
import { admin, asking, member, PROBE, put, remove, ROCKET } from "../worlds.ts";
import { definitions, directoryOf } from "./directory.ts";

const wide = new URL("./wide-types.ts", import.meta.url);
const telling = { tell: () => {}, signal: new AbortController().signal };

async function opened(t: TestContext, options: EmbeddedOptions): Promise<IndexStore> {
  const store = await embeddedStore(options);
  t.after(() => store.close());
  return store;
}

const rockets = (count: number, from = 0): Operation[] =>
  Array.from({ length: count }, (_, i) =>
    put(`r${from + i}`, { owner: "p1", visibility: "public", name: `rocket ${i}`, pad: `pad ${i % 3}` }),
  );
const probes = (count: number): Operation[] =>
  Array.from({ length: count }, (_, i) => put(`p${i}`, { project_id: "p1", name: `probe ${i}` }, 10, "self", PROBE));

const onPad = (store: IndexStore) =>
  store.search(asking({ kind: "terms", field: "pad", values: ["pad 1"] }, { size: 1 }), admin());
const all = (store: IndexStore, type: string, scope = admin()) =>
  store.search(asking({ kind: "all" }, { types: [type], size: 1 }), scope);

/** A directory that a service wrote to, closed; what it has saved was made with the types of before. */
async function written(t: TestContext, count: number): Promise<string> {
  const directory = directoryOf(t);
  const store = await opened(t, { directory, definitions, worthSaving: 10 });
  await store.apply([...rockets(count), ...probes(20), remove("r2", 20)]);
  await store.close();
  return directory;
}

const rebuilder = (directory: string, types = wide): Promise<Rebuilder> =>
  embeddedRebuilder({ directory, definitions: types });

test("only the types that changed are indexed anew, while all others are searched, and the answers say so", async (t) => {
  const directory = await written(t, 20_000);
  const store = await opened(t, { directory, definitions: wide, promptly: 0 });
  const whole = { complete: true, reasons: [] };
  const probesFound = await all(store, PROBE);
  assert.deepEqual([probesFound.total, probesFound.complete], [20, true]);
  const early = await all(store, ROCKET, member("p2"));
  // Nothing of the old index is used: by that, rockets were everybody's.
  assert.deepEqual([early.total, early.complete], [0, false]);
  assert.match(early.reasons.join(), /Test::Acme::Rocket is being indexed anew/);
  const [noticed] = await store.outdated();
  assert.deepEqual([noticed?.type, noticed?.resources], [ROCKET, 19_999]);
  // Written meanwhile: found at once, and not undone by what was there before.
  await store.apply([remove("r3999", 30), put("r3998", { owner: "p1", pad: "pad 9" }, 30), ...rockets(1, 50_000)]);
  assert.ok(await store.get({ type: ROCKET, id: "r50000" }, admin()));
  while ((await store.outdated()).length > 0) await sleep(5);
  const late = await all(store, ROCKET);
  assert.deepEqual([late.total, { complete: late.complete, reasons: late.reasons }], [19_999, whole]);
  assert.equal((await onPad(store)).total, 6667);
});

test("a rebuild beside the running service is what its next version opens, with what was written since", async (t) => {
  const directory = await written(t, 2000);
  const running = await opened(t, { directory, definitions, worthSaving: 10 });
  const making = await rebuilder(directory);
  assert.deepEqual(
    (await making.outdated()).map(({ type, resources }) => [type, resources]),
    [[ROCKET, 1999]],
  );
  const rebuilt = await making.rebuild([], telling);
  // The probes were taken over from what the running one had saved.
  assert.deepEqual(
    rebuilt.map(({ type, resources, copied }) => [type, resources, copied]),
    [
      [ROCKET, 1999, 1999],
      [PROBE, 20, 0],
    ],
  );
  assert.deepEqual(await making.outdated(), []);
  await running.apply([...rockets(50, 3000), remove("r1", 30)]);
  await running.refresh();
  assert.equal((await all(running, ROCKET)).total, 2048);
  // What it saves at its end, and removes, is its own.
  await running.close();
  const next = await opened(t, { directory, definitions: wide, promptly: 0 });
  assert.deepEqual(await next.outdated(), []);
  const found = await onPad(next);
  assert.deepEqual([found.total, found.complete], [666 + 17, true]);
  assert.equal((await all(next, ROCKET, member("p2"))).total, 0);
  await next.close();

  // The way back: what ran before has what it made, and what was written since.
  const back = await opened(t, { directory, definitions, promptly: 0 });
  assert.deepEqual(await back.outdated(), []);
  assert.equal((await all(back, ROCKET, member("p2"))).total, 2048);
  await back.close();
});

test("what is not searched any more is deleted when that is said, and only by a version that has its own", async (t) => {
  const directory = await written(t, 300);
  const making = await rebuilder(directory);
  await assert.rejects(making.finish([]), { code: "bad-request" });
  await assert.rejects(making.rollback([], telling), { code: "bad-request" });
  await making.rebuild([], telling);
  assert.equal(readdirSync(join(directory, "index")).length, 2);
  const [before] = await (await rebuilder(directory)).finish([]);
  assert.ok(before !== undefined && !existsSync(join(directory, "index", before)));
  assert.equal(readdirSync(join(directory, "index")).length, 1);
  await assert.rejects((await rebuilder(directory, definitions)).rollback([], telling), { code: "bad-request" });
  const next = await opened(t, { directory, definitions: wide, promptly: 0 });
  assert.deepEqual([await next.outdated(), (await onPad(next)).total], [[], 100]);
});

test("a rebuild that was interrupted left nothing that counts, and can be run again", async (t) => {
  const directory = await written(t, 5000);
  const stop = new AbortController();
  const making = await rebuilder(directory);
  await assert.rejects(making.rebuild([], { tell: () => stop.abort(), signal: stop.signal }), { name: "AbortError" });
  assert.equal((await making.outdated()).length, 1);
  await making.rebuild([], telling);
  assert.deepEqual(await making.outdated(), []);
});
