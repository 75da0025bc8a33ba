import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test, type TestContext } from "node:test";
import type { DeadLetter, DeadLetters, KeptLetter } from "../../src/ingest/dead-letter.ts";

const letterOf = (value: Uint8Array, reason = "it is not JSON"): DeadLetter => ({
  record: { value, from: "notifications.info/2/17", timestamp: 1_700_000_000_123 },
  reason,
});

const reasons = (letters: readonly KeptLetter[]): string[] => letters.map(({ reason }) => reason);

/** What every keeper of dead letters promises. `open` makes an empty one of a single partition. */
export function deadLettersContract(open: (t: TestContext) => Promise<DeadLetters>): void {
  test("where nothing was put there is nothing", async (t) => {
    assert.deepEqual(await Array.fromAsync((await open(t)).all()), []);
  });

  test("a letter is kept as it came, with why, where from and since when", async (t) => {
    const letters = await open(t);
    const value = randomBytes(1000);
    const cut = "the first 1000 of 2000 bytes";
    await letters.put([{ ...letterOf(value), cut }]);
    await letters.put([letterOf(new Uint8Array())]);
    const [first, second] = await Array.fromAsync(letters.all());
    assert.ok(first && second && Buffer.from(first.record.value).equals(value));
    assert.deepEqual([first.record.from, first.record.timestamp], ["notifications.info/2/17", 1_700_000_000_123]);
    assert.ok(Math.abs(first.at - Date.now()) < 60_000);
    assert.deepEqual([first.cut, second.cut, second.record.value.length], [cut, undefined, 0]);
    assert.notEqual(first.id, second.id);
  });

  test("letters come oldest first, however many, and only those that were there when asked", async (t) => {
    const letters = await open(t);
    const put = Array.from({ length: 450 }, (_, i) => letterOf(Buffer.from("x"), `reason ${i}`));
    await letters.put(put);
    const found: KeptLetter[] = [];
    for await (const letter of letters.all()) {
      if (found.push(letter) === 1) await letters.put([letterOf(Buffer.from("y"), "put meanwhile")]);
    }
    assert.deepEqual(
      reasons(found),
      put.map(({ reason }) => reason),
    );
  });

  test("forgetting a letter forgets the older ones, and no newer one", async (t) => {
    const letters = await open(t);
    await letters.put(["a", "b", "c"].map((reason) => letterOf(Buffer.from("x"), reason)));
    const before = await Array.fromAsync(letters.all());
    await letters.forgetThrough(before[1]!);
    assert.deepEqual(reasons(await Array.fromAsync(letters.all())), ["c"]);
    await letters.forgetThrough(before[2]!);
    assert.deepEqual(await Array.fromAsync(letters.all()), []);
  });
}
