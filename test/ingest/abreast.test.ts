import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { abreast } from "../../src/ingest/abreast.ts";

async function* counting(most: number, signal?: AbortSignal): AsyncGenerator<number, void> {
  for (let i = 0; i < most; i++) {
    if (signal?.aborted === true) return;
    yield i;
  }
}

test("every item is dealt with once, and never more at a time than there are lanes", () =>
  fc.assert(
    fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 4 }), async (items, lanes) => {
      const dealt: number[] = [];
      let [underWay, most] = [0, 0];
      const deal = async (item: number): Promise<void> => {
        most = Math.max(most, ++underWay);
        await sleep(item % 3);
        dealt.push(item);
        underWay--;
      };
      await abreast(counting(items), lanes, deal, () => assert.fail("nothing failed"));
      assert.deepEqual(
        dealt.toSorted((a, b) => a - b),
        Array.from({ length: items }, (_, i) => i),
      );
      assert.equal(most, Math.min(items, lanes));
    }),
    { numRuns: 30 },
  ));

test("the first failure ends it, once all that was under way has ended, and lets the source close", async () => {
  const stop = new AbortController();
  const ended: number[] = [];
  let closed = false;
  async function* source(): AsyncGenerator<number, void> {
    try {
      yield* counting(1000, stop.signal);
    } finally {
      closed = true;
    }
  }
  const deal = async (item: number): Promise<void> => {
    await sleep(item === 1 ? 5 : 20);
    if (item === 1) throw new Error("the first");
    ended.push(item);
    if (stop.signal.aborted) throw new Error("another, for all was given up");
  };
  await assert.rejects(
    abreast(source(), 3, deal, () => stop.abort()),
    /the first/,
  );
  assert.deepEqual([ended, closed], [[0, 2], true]);
});
