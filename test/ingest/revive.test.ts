import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { indexerScope } from "../../src/index/scope.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import type { DeadLetter, DeadLetters } from "../../src/ingest/dead-letter.ts";
import { tableDeadLetters } from "../../src/ingest/dead-letters/table.ts";
import { revive, type ReviveParts } from "../../src/ingest/revive.ts";
import type { Router } from "../../src/ingest/router.ts";
import { operationOf, put, stamp } from "../../src/plugin.ts";
import { catalog, ROCKET } from "../index/worlds.ts";

/** A plugin that has been repaired: what it could not use before, it can now, but for some. */
const repaired: Router = ({ payload }) => {
  const id = String(payload);
  return id.startsWith("broken")
    ? { unusable: "still broken" }
    : { operations: [operationOf(ROCKET, "event", put(id, { name: id }, stamp(1)))] };
};

const letter = (id: string): DeadLetter => ({
  record: {
    value: Buffer.from(JSON.stringify({ event_type: "rocket.launch", payload: id })),
    from: `notifications.info/0/${id}`,
    timestamp: 5,
  },
  reason: "the plugin failed",
});

async function world(t: TestContext, letters: readonly DeadLetter[]) {
  const store = memoryStore(catalog);
  const deadLetters = tableDeadLetters({});
  t.after(() => deadLetters.close());
  await deadLetters.put(letters);
  const parts: ReviveParts = { route: repaired, store, deadLetters };
  const stored = async (): Promise<string[]> =>
    (await Array.fromAsync(store.scan(ROCKET, indexerScope()))).map(({ ref }) => ref.id).toSorted();
  const left = async (): Promise<(readonly [string, string])[]> =>
    (await Array.fromAsync(deadLetters.all())).map(({ record, reason }) => [record.from, reason]);
  return { parts, deadLetters, stored, left };
}

test("letters that can be used now are stored and gone; the others stay, with their new reason, and where they came from", async (t) => {
  const { parts, stored, left } = await world(t, [letter("a"), letter("broken"), letter("b")]);
  assert.deepEqual(await revive(parts), { stored: 2, ignored: 0, rejected: 1 });
  assert.deepEqual(await stored(), ["a", "b"]);
  assert.deepEqual(await left(), [["notifications.info/0/broken", "still broken"]]);
});

test("a letter that was cut is not what was sent, and stays", async (t) => {
  const cut = { ...letter("a"), cut: "the first 5 of 10 bytes" };
  const { parts, deadLetters } = await world(t, [cut]);
  assert.deepEqual(await revive(parts), { stored: 0, ignored: 0, rejected: 1 });
  const [left] = await Array.fromAsync(deadLetters.all());
  assert.deepEqual([left?.reason, left?.cut], [cut.reason, cut.cut]);
});

test("whichever step fails, no letter is lost, and running it again ends the same", async (t) => {
  const ids = Array.from({ length: 250 }, (_, i) => (i % 7 === 0 ? `broken-${i}` : `rocket-${i}`));
  for (const failing of ["put", "forgetThrough"] as const) {
    for (const call of [1, 2, 3]) {
      const { parts, deadLetters, stored, left } = await world(t, ids.map(letter));
      let calls = 0;
      const failsOnce: Pick<DeadLetters, "put" | "forgetThrough"> = {
        put: async (letters) => (failing === "put" ? step() : undefined, deadLetters.put(letters)),
        forgetThrough: async (one) => (
          failing === "forgetThrough" ? step() : undefined,
          deadLetters.forgetThrough(one)
        ),
      };
      const step = (): void => {
        if (++calls === call) throw new Error("the power went");
      };
      await assert.rejects(revive({ ...parts, deadLetters: { ...deadLetters, ...failsOnce } }), /the power went/);
      const held = new Set([...(await stored()), ...(await left()).map(([from]) => from.split("/").at(-1)!)]);
      assert.deepEqual([...held].toSorted(), ids.toSorted(), `after ${failing} failed at call ${call}`);
      await revive(parts);
      assert.deepEqual(await stored(), ids.filter((id) => id.startsWith("rocket")).toSorted());
      const failed = new Set((await left()).map(([from]) => from));
      assert.equal(failed.size, ids.filter((id) => id.startsWith("broken")).length);
    }
  }
});
