import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as tick } from "node:timers/promises";
import fc from "fast-check";
import { turns } from "../../../src/index/stores/embedded/threads/turns.ts";

test("a caller that leaves while it waits is never started, and the others go on in order", async () => {
  const inTurn = turns(1);
  const started: number[] = [];
  const free = Promise.withResolvers<void>();
  const leaving = new AbortController();
  const first = inTurn(async () => {
    started.push(1);
    await free.promise;
  });
  const second = inTurn(async () => void started.push(2), leaving.signal);
  const third = inTurn(async () => void started.push(3));
  leaving.abort(new Error("gone"));
  await assert.rejects(second, /gone/);
  free.resolve();
  await Promise.all([first, third]);
  assert.deepEqual(started, [1, 3]);
  await assert.rejects(
    inTurn(async () => void started.push(4), leaving.signal),
    /gone/,
  );
  assert.deepEqual(started, [1, 3]);
});

test("never more run at a time than may, whoever fails or leaves, and all that stay are started", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.constantFrom("well", "badly", "leaves"), { maxLength: 12 }),
      async (most, ends) => {
        const inTurn = turns(most);
        let [running, peak, started] = [0, 0, 0];
        const all = ends.map((how) => {
          const leaving = new AbortController();
          const done = inTurn(async () => {
            started++;
            peak = Math.max(peak, ++running);
            await tick();
            running--;
            if (how === "badly") throw new Error("failed");
          }, leaving.signal);
          if (how === "leaves") leaving.abort(new Error("left"));
          return done;
        });
        await Promise.allSettled(all);
        assert.ok(peak <= most, `${peak} ran at a time`);
        assert.ok(started >= ends.filter((how) => how !== "leaves").length, "nobody waits for ever");
      },
    ),
    { numRuns: 200 },
  ));
