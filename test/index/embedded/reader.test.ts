import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { catalogOf } from "../../../src/index/catalog.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { openReader } from "../../../src/index/stores/embedded/reader.ts";
import { openWriter } from "../../../src/index/stores/embedded/writer.ts";
import { plugins } from "../contract-types.ts";
import { admin, asking, put, remove, ROCKET } from "../worlds.ts";
import { definitions, directoryOf, everythingSaid, opened, rockets } from "./directory.ts";

const total = async (store: IndexStore): Promise<number> =>
  (await store.search(asking({ kind: "all" }), admin())).total;

/** Waits until something holds; at most two seconds, where a tenth of one should do. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail("it never came to hold");
}

const ready = (store: IndexStore): Promise<boolean> =>
  store.ready().then(
    () => true,
    () => false,
  );

/** Changes taken in one by one, as where little is written, and by strides, as where much is; searched by the reader, and by others. */
for (const [way, options] of [
  ["", { much: Infinity }],
  [", by strides", { much: 0 }],
  [", searched by two threads", { much: Infinity, searchers: 2 }],
  [", by strides and searched by two threads", { much: 0, searchers: 2 }],
] as const) {
  test(`a reader says what the writer says, change by change${way}`, async (t) => {
    const directory = directoryOf(t);
    const writer = await opened(t, directory, options);
    const reader = await opened(t, directory, { readOnly: true, ...options });
    await reader.ready();
    for (const operations of [
      rockets(50),
      [put("r1", { owner: "p2", visibility: "public" }, 20)],
      [remove("r2", 20)],
      rockets(1500, 40, 30),
    ]) {
      await writer.apply(operations);
      await Promise.all([reader.refresh(), writer.refresh()]);
      assert.deepEqual(await everythingSaid(reader), await everythingSaid(writer));
    }
    assert.deepEqual(
      await reader.get({ type: ROCKET, id: "r1" }, admin()),
      await writer.get({ type: ROCKET, id: "r1" }, admin()),
    );
  });

  test(`a reader notices that the directory was exchanged${way}`, async (t) => {
    const [directory, other] = [directoryOf(t), directoryOf(t)];
    for (const [place, count] of [
      [directory, 3],
      [other, 8],
    ] as const) {
      const writer = await opened(t, place);
      await writer.apply(rockets(count));
      await writer.close();
    }
    const reader = await opened(t, directory, { readOnly: true, ...options });
    assert.equal(await total(reader), 3);
    renameSync(`${other}/searchlight.db`, `${directory}/searchlight.db`);
    await eventually(async () => (await total(reader)) === 8);
  });

  test(`while very much is written, searches come in between, and no page is of two moments${way}`, async (t) => {
    const directory = directoryOf(t);
    const store = await opened(t, directory, options);
    const sorted = asking({ kind: "all" }, { sort: [{ field: "size", order: "asc" }], size: 20 });
    for (let round = 0; round < 3; round++) {
      const under = new Set([store.apply(rockets(4000, 0, 10 + round))]);
      for (const applied of under) void applied.then(() => under.clear());
      while (under.size > 0) {
        const { hits } = await store.search(sorted, admin());
        assert.deepEqual(
          hits.map(({ id }) => id),
          hits.map((_, i) => `r${i}`),
        );
      }
    }
    await eventually(async () => (await total(store)) === 4000);
  });
}

test("a reader of a directory that nobody wrote to says so, and begins when somebody does", async (t) => {
  const directory = directoryOf(t);
  const reader = await opened(t, directory, { readOnly: true });
  const waiting = { code: "store-unavailable", message: /no index in .* yet: start/ };
  await assert.rejects(reader.ready(), waiting);
  await assert.rejects(total(reader), waiting);
  const writer = await opened(t, directory);
  await writer.apply(rockets(3));
  await eventually(() => ready(reader));
  assert.equal(await total(reader), 3);
});

test("a reader writes nothing, and says who does", async (t) => {
  const directory = directoryOf(t);
  await opened(t, directory);
  const reader = await opened(t, directory, { readOnly: true });
  const refused = { code: "store-locked", message: /only reads the index: send notifications to the one that writes/ };
  await assert.rejects(reader.apply(rockets(1)), refused);
  await assert.rejects(reader.purge(1), refused);
});

test("a reader needs no writer to be running, and outlives one", async (t) => {
  const directory = directoryOf(t);
  const first = await opened(t, directory);
  await first.apply(rockets(3));
  await first.close();
  const reader = await opened(t, directory, { readOnly: true });
  assert.equal(await total(reader), 3);
  const second = await opened(t, directory);
  await second.apply(rockets(2, 3));
  assert.equal(await total(reader), 5);
  await second.close();
  assert.equal(await total(reader), 5);
});

test("a reader that missed a removal before it was purged still forgets the resource", async (t) => {
  const directory = directoryOf(t);
  const writer = await opened(t, directory);
  await writer.apply(rockets(3));
  const reader = await opened(t, directory, { readOnly: true });
  assert.equal(await total(reader), 3);
  // Within a millisecond or so: between two looks of the reader.
  await writer.apply([remove("r1", 20)]);
  assert.equal(await writer.purge(Date.now() * 1000 + 1000), 1);
  assert.equal(await total(reader), 2);
});

test("who waits for the index when it is closed hears of it, and keeps no process from ending", async (t) => {
  const directory = directoryOf(t);
  const catalog = catalogOf(plugins);
  const writer = openWriter(directory, catalog);
  const reader = openReader(directory, catalog, {
    recent: 2,
    much: 0,
    worthSaving: 1e6,
    promptly: 1e6,
    definitions: definitions.href,
  });
  await writer.apply(rockets(3000));
  const waiting = reader.refresh();
  await Promise.all([reader.close(), assert.rejects(waiting, { code: "store-unavailable", message: /was closed/ })]);
  await writer.close();
});
