import assert from "node:assert/strict";
import { test } from "node:test";
import { brakeAfter } from "../../src/ingest/brake.ts";
import type { Handled } from "../../src/ingest/handle.ts";

const FATES: Record<string, Handled> = {
  s: { result: "stored", types: [], observed: 0 },
  i: { result: "ignored" },
  r: { result: "rejected", reason: "it is broken" },
};
const batch = (letters: string): Handled[] => [...letters].map((letter) => FATES[letter]!);

/** [what, limit, batches (s: stored, i: ignored, r: rejected), which one is held]. */
const RUNS: [string, number | undefined, string[], number | undefined][] = [
  ["fewer than the limit pass", 3, ["rr", "s", "rr"], undefined],
  ["a run is counted over batches", 3, ["rr", "r"], 1],
  ["one stored record ends a run", 3, ["rrs", "rr"], undefined],
  ["a stored record behind the run comes too late", 3, ["rrrs"], 0],
  ["what says nothing of a resource does not end a run", 3, ["riri", "r"], 1],
  ["without a limit nothing is held", undefined, ["r".repeat(500)], undefined],
];
for (const [what, limit, batches, held] of RUNS) {
  test(`of records that cannot be used, ${what}`, () => {
    const brake = brakeAfter(limit);
    for (const [i, letters] of batches.entries()) {
      if (i !== held) brake(batch(letters));
      else
        assert.throws(() => brake(batch(letters)), { code: "service-failed", message: /it is broken.*MAX_REJECTIONS/ });
    }
  });
}

test("a batch that is held is judged alike however often it is tried, and passes once it can be used", () => {
  const brake = brakeAfter(2);
  for (const _ of [1, 2, 3]) assert.throws(() => brake(batch("rr")), /2 records in a row/);
  brake(batch("rs"));
  brake(batch("r"));
});
