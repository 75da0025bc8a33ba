import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../src/index/operation.ts";
import { commits } from "../../../src/index/stores/embedded/tables/commits.ts";
import { put } from "../worlds.ts";

const some = (count: number, prefix: string): Operation[] =>
  Array.from({ length: count }, (_, i) => put(`${prefix}${i}`, {}));

/** Commits that note their sizes, and answer each operation with its id. */
function noting(): {
  sizes: number[];
  commit: (operations: readonly Operation[]) => { stored: false; reason: string }[];
} {
  const sizes: number[] = [];
  return {
    sizes,
    commit: (operations) => {
      sizes.push(operations.length);
      return operations.map(({ ref }) => ({ stored: false, reason: ref.id }));
    },
  };
}

test("calls that come together share a commit, and each gets the outcomes of its own operations in their order", async () => {
  const { sizes, commit } = noting();
  const queue = commits(commit);
  const calls = ["a", "b", "c"].map((prefix) => some(3, prefix));
  const outcomes = await Promise.all(calls.map((operations) => queue.add(operations)));
  assert.deepEqual(sizes, [9]);
  assert.deepEqual(
    outcomes,
    calls.map((operations) => operations.map(({ ref }) => ({ stored: false, reason: ref.id }))),
  );
});

test("a large call is several commits of at most a thousand, and others get between them", async () => {
  const { sizes, commit } = noting();
  const queue = commits(commit);
  const large = queue.add(some(2500, "l"));
  const between = new Promise((resolve) => setImmediate(() => setImmediate(() => resolve(sizes.length))));
  const outcomes = await large;
  assert.ok(Number(await between) < 3, "others had a turn before all was done");
  assert.deepEqual(sizes, [1000, 1000, 500]);
  assert.deepEqual(
    outcomes.map((outcome) => !outcome.stored && outcome.reason),
    some(2500, "l").map(({ ref }) => ref.id),
  );
});

test("a failed commit rejects those whose operations were in it, and the next is tried afresh", async () => {
  let failing = true;
  const queue = commits((operations) => {
    if (failing) throw new Error("disk full");
    return operations.map(() => ({ stored: true }));
  });
  const failed = await Promise.allSettled([queue.add(some(1, "a")), queue.add(some(1500, "b"))]);
  assert.deepEqual(
    failed.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  failing = false;
  assert.deepEqual(await queue.add(some(1, "c")), [{ stored: true }]);
  assert.deepEqual(await queue.add([]), []);
});

test("idle comes when everything added is done", async () => {
  const { sizes, commit } = noting();
  const queue = commits(commit);
  await queue.idle();
  void queue.add(some(1200, "a"));
  await queue.idle();
  assert.deepEqual(sizes, [1000, 200]);
});
