import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newness } from "../../../src/index/stores/elasticsearch/cluster/newness.ts";

/** [what was met, in words; so many in all and so many that were there, one after the other; whether more is taken for new]. */
const LIVES: readonly [string, readonly (readonly [all: number, there: number])[], boolean][] = [
  ["nothing yet", [], false],
  ["one that is new", [[1, 0]], false],
  ["thousands that are new", Array.from({ length: 16 }, () => [500, 0] as const), true],
  ["thousands that are new, one in twenty there", Array.from({ length: 16 }, () => [500, 25] as const), true],
  ["thousands, half of them new", Array.from({ length: 40 }, () => [500, 250] as const), false],
  [
    "thousands that are new, then some hundred that are there",
    [...Array.from({ length: 16 }, () => [500, 0] as const), [500, 500]],
    false,
  ],
];

for (const [what, met, likely] of LIVES)
  test(`after ${what}, more is ${likely ? "taken for new" : "looked for"}`, () => {
    const seen = newness();
    for (const [all, there] of met) seen.met(all, there);
    assert.equal(seen.likely(), likely);
  });

test("whatever was met, what is mostly there is looked for again after one batch or a few", () => {
  const batch = fc.tuple(fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(batch), (batches) => {
      const seen = newness();
      for (const [all, share] of batches) seen.met(all, Math.floor(all * share));
      for (let i = 0; i < 3; i++) seen.met(500, 500);
      assert.equal(seen.likely(), false);
    }),
  );
});
