import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageChannel } from "node:worker_threads";
import { catalogOf } from "../../../src/index/catalog.ts";
import type { SearchQuery } from "../../../src/index/query.ts";
import { openReader } from "../../../src/index/stores/embedded/reader.ts";
import { openSearcher } from "../../../src/index/stores/embedded/searching/searcher.ts";
import { openWriter } from "../../../src/index/stores/embedded/writer.ts";
import { plugins } from "../contract-types.ts";
import { admin, asking, ROCKET } from "../worlds.ts";
import { definitions, directoryOf, opened, rockets } from "./directory.ts";

const catalog = catalogOf(plugins);
const EVERYTHING = asking({ kind: "all" }, { size: 100, sort: [{ field: "size", order: "desc" }] });

for (const much of [0, Infinity]) {
  test(`while all is written over and over, each search of several threads finds each resource once, as it was at one moment (much: ${much})`, async (t) => {
    const store = await opened(t, directoryOf(t), { searchers: 2, much });
    await store.apply(rockets(60));
    await store.refresh();
    const writing = new Set(["writing"]);
    const searches = Array.from({ length: 4 }, async () => {
      let asked = 0;
      for (; writing.size > 0 || asked < 50; asked++) {
        const { total, hits } = await store.search(EVERYTHING, admin());
        assert.equal(total, 60);
        assert.deepEqual(
          hits.map(({ id }) => id),
          Array.from({ length: 60 }, (_, i) => `r${59 - i}`),
        );
        for (const { id, source } of hits) assert.equal(source["size"], Number(id.slice(1)));
      }
      return asked;
    });
    for (let round = 0; round < 150; round++) await store.apply(rockets(60, 0, 20 + round));
    writing.clear();
    for (const asked of await Promise.all(searches)) assert.ok(asked >= 50);
  });
}

test("what was acknowledged is found by whichever thread searches", async (t) => {
  const store = await opened(t, directoryOf(t), { searchers: 3 });
  for (let n = 0; n < 40; n++) {
    await store.apply(rockets(1, n));
    const totals = await Promise.all(
      Array.from({ length: 5 }, async () => (await store.search(EVERYTHING, admin())).total),
    );
    assert.deepEqual(totals, Array(5).fill(n + 1));
  }
});

for (const much of [0, Infinity]) {
  test(`who searched while much was written finds all of it once that was waited for (much: ${much})`, async (t) => {
    const store = await opened(t, directoryOf(t), { searchers: 2, much });
    const written = store.apply(rockets(6000));
    for (let n = 0; n < 20; n++) await store.search(EVERYTHING, admin());
    await written;
    for (let n = 0; n < 4; n++) await store.search(EVERYTHING, admin());
    await store.refresh();
    for (let n = 0; n < 4; n++) assert.equal((await store.search(EVERYTHING, admin())).total, 6000);
  });
}

test("a search that takes long keeps no other waiting where several threads search", async (t) => {
  const store = await opened(t, directoryOf(t), { searchers: 2 });
  await store.apply(rockets(3000));
  await store.refresh();
  /** Two edits off any word, over and over: it ends when its time is up. */
  const near: SearchQuery = { kind: "some", fields: "any", text: "rocket", atLeast: 1, edits: 2, prefix: 0 };
  const endless = asking({ kind: "or", of: Array.from({ length: 60_000 }, () => near), atLeast: 1 });
  const ended: string[] = [];
  const long = store
    .search(endless, admin(), AbortSignal.timeout(3000))
    .then(({ complete }) => ended.push(complete ? "all of the long one" : "the long one"));
  await sleep(300);
  await store.search(EVERYTHING, admin()).then(() => ended.push("the short one"));
  await long;
  assert.deepEqual(ended, ["the short one", "the long one"]);
});

/** A searcher in the test's own thread, and what is at the other end of its port. */
function searcherOn(t: { after: (end: () => Promise<void>) => void }, directory: string) {
  const { port1, port2 } = new MessageChannel();
  const searcher = openSearcher(directory, catalog, { recent: 2, reader: port2 });
  t.after(async () => {
    port1.close();
    await searcher.close();
  });
  return { searcher, port: port1 };
}

test("when the thread that keeps the index ends, who waits for it hears so, and who comes later", async (t) => {
  const { searcher, port } = searcherOn(t, directoryOf(t));
  const gone = { code: "store-unavailable", message: /has ended: restart searchlight/ };
  const waiting = assert.rejects(searcher.search(EVERYTHING, admin()), gone);
  port.close();
  await waiting;
  await assert.rejects(searcher.search(EVERYTHING, admin()), gone);
});

test("why there is no edition is told to whoever searches", async (t) => {
  const directory = directoryOf(t);
  const tuning = { recent: 2, much: Infinity, worthSaving: 1e6, promptly: 1e6, definitions: definitions.href };
  const reader = openReader(directory, catalog, tuning);
  t.after(() => reader.close());
  const { searcher, port } = searcherOn(t, directory);
  await reader.tellEditions(port);
  await assert.rejects(searcher.search(EVERYTHING, admin()), {
    code: "store-unavailable",
    message: /there is no index in .* yet: start/,
  });
  const writer = openWriter(directory, catalog);
  t.after(() => writer.close());
  await writer.apply(rockets(3));
  assert.equal((await searcher.search(EVERYTHING, admin()))?.total, 3);
  assert.equal((await reader.get({ type: ROCKET, id: "r1" }, admin()))?.id, "r1");
});
