import assert from "node:assert/strict";
import { test } from "node:test";
import type { SearchQuery } from "../../../src/index/query.ts";
import { LATE } from "../../../src/index/store.ts";
import { admin, asking, put } from "../worlds.ts";
import { directoryOf, opened } from "./directory.ts";

/** Words that no other resource has, so that what looks through words has much to look through. */
const wordy = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    put(`r${i}`, {
      owner: "p1",
      name: Array.from({ length: 30 }, (_, j) => `${(i * 31 + j * 7919).toString(36)}zqx${i}y${j}`).join(" "),
    }),
  );

/** Two edits off any word: a clause that looks at each of them. */
const near = (text: string): SearchQuery => ({ kind: "some", fields: "any", text, atLeast: 1, edits: 2, prefix: 0 });
/** As long as a search may take by its size: seconds and more. */
const endless: SearchQuery = {
  kind: "or",
  atLeast: 1,
  of: Array.from({ length: 300 }, (_, i) => near(`zqxzqxzqx${i}`)),
};
const late = new DOMException("The operation was aborted due to timeout", "TimeoutError");

test("a search whose time runs out is ended at work, says so, and holds nobody up", async (t) => {
  const store = await opened(t, directoryOf(t));
  await store.apply(wordy(1500));
  await store.refresh();
  const begun = performance.now();
  const answer = await store.search(asking(endless), admin(), AbortSignal.timeout(300));
  assert.deepEqual([answer.complete, answer.reasons, answer.hits], [false, [LATE], []]);
  const next = await store.search(asking({ kind: "all" }, { size: 1 }), admin());
  assert.deepEqual([next.total, next.complete], [1500, true]);
  const took = performance.now() - begun;
  assert.ok(took < 2500, `${took} ms`);
});

test("a search whose caller left is ended at work too", async (t) => {
  const store = await opened(t, directoryOf(t));
  await store.apply(wordy(1500));
  await store.refresh();
  const leaving = new AbortController();
  const answer = store.search(asking(endless), admin(), leaving.signal);
  setTimeout(() => leaving.abort(new Error("gone home")), 200);
  await assert.rejects(answer, /gone home/);
  const begun = performance.now();
  assert.equal((await store.search(asking({ kind: "all" }, { size: 1 }), admin())).total, 1500);
  const took = performance.now() - begun;
  assert.ok(took < 1500, `${took} ms`);
});

test("one whose time ran out before it was begun says the same", async (t) => {
  const store = await opened(t, directoryOf(t));
  await store.apply(wordy(300));
  await store.refresh();
  const ending = new AbortController();
  const counted = { aggregations: { names: { kind: "terms", field: "owner", size: 3 } as const } };
  const answer = store.search(asking(endless, counted), admin(), ending.signal);
  ending.abort(late);
  const { total, complete, reasons, aggregations } = await answer;
  assert.deepEqual(
    { total, complete, reasons, aggregations },
    { total: 0, complete: false, reasons: [LATE], aggregations: {} },
  );
});

test("a search that ends in time is whole, with a signal or without", async (t) => {
  const store = await opened(t, directoryOf(t));
  await store.apply(wordy(20));
  await store.refresh();
  const [plain, timed] = await Promise.all([
    store.search(asking(near("zqx")), admin()),
    store.search(asking(near("zqx")), admin(), AbortSignal.timeout(60_000)),
  ]);
  assert.deepEqual(timed, plain);
  assert.equal(timed.complete, true);
});
