import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { leave } from "../../../src/index/stores/embedded/threads/unused.ts";

const SIZE = 64 * 2 ** 20;

/** Shared memory that nobody has but whoever looks. */
const forgotten = (): WeakRef<SharedArrayBuffer> => new WeakRef(new SharedArrayBuffer(SIZE));

test("shared memory that was left is let go once it is worth looking for, though nothing else asks for memory", async () => {
  const left = [forgotten(), forgotten(), forgotten()];
  await turn(); // a reference that was just made lasts until its turn ends
  leave(SIZE);
  await turn();
  assert.ok(
    left.every((one) => one.deref()),
    "so little is not looked for",
  );
  await turn();
  leave(2 * SIZE);
  for (let i = 0; i < 3; i++) await turn();
  assert.ok(left.every((one) => one.deref() === undefined));
});
