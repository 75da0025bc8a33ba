import assert from "node:assert/strict";
import { test } from "node:test";
import { haste } from "../../../src/index/stores/embedded/indexing/haste.ts";

/** What is said of how many changes a second, second by second, when asked every 20 ms. */
function said(much: number, rates: readonly number[]): boolean[] {
  let [now, written] = [0, 0];
  const hasty = haste(much, () => now);
  hasty(written);
  return rates.map((rate) => {
    let last = false;
    for (const end = now + 1000; now < end;) {
      now += 20;
      written += rate / 50;
      last = hasty(written);
    }
    return last;
  });
}

const CASES: [string, number, number[], boolean[]][] = [
  ["nothing is written", 1000, [0, 0], [false, false]],
  ["a little is", 1000, [900, 900, 900], [false, false, false]],
  ["as much as that is", 1000, [1000, 1000], [true, true]],
  ["it becomes less, but not half of it", 1000, [2000, 600, 500], [true, true, true]],
  ["it becomes less than half of it, and a little more", 1000, [2000, 450, 900], [true, false, false]],
  ["nothing counts as much", Infinity, [1e6], [false]],
  ["anything counts as much", 0, [0, 0], [true, true]],
];

for (const [name, much, rates, expected] of CASES)
  test(`where ${name}, that is what is said`, () => assert.deepEqual(said(much, rates), expected));

test("a burst of less than a second is not much until the second is over", () => {
  let now = 0;
  const hasty = haste(1000, () => now);
  assert.equal(hasty(0), false);
  now = 300;
  assert.equal(hasty(5000), false);
  now = 1000;
  assert.equal(hasty(5000), true);
  now = 1250;
  assert.equal(hasty(5000), false, "a quarter of a second later nobody writes any more");
});
