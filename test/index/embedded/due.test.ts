import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dueSegments } from "../../../src/index/stores/embedded/indexing/due.ts";

type Part = { readonly alive: number; readonly slots: number };

const LARGEST = 2 ** 18;
const whole = (alive: number): Part => ({ alive, slots: alive });
const sizes = (parts: readonly Part[]): number[] => parts.map(({ alive }) => alive).toSorted((a, b) => a - b);
const sum = (parts: readonly Part[]): number => parts.reduce((all, { alive }) => all + alive, 0);

/** What is left once everything due was merged, and how many resources were merged for that. */
function settled(parts: readonly Part[], calm: boolean): { readonly left: readonly Part[]; readonly moved: number } {
  let [left, moved] = [parts, 0];
  for (let due = dueSegments(left, calm); due.length > 0; due = dueSegments(left, calm)) {
    const merged = sum(due);
    moved += merged;
    left = [...left.filter((part) => !due.includes(part)), whole(merged)];
  }
  return { left, moved };
}

/** [what, the segments, whether it is calm, the sizes of those that are due]. */
const DUE: [string, Part[], boolean, number[]][] = [
  ["six alike are merged", [1, 2, 3, 4, 5, 6].map(whole), false, [1, 2, 3, 4, 5, 6]],
  ["fewer wait while much is written", [500, 500, 500].map(whole), false, []],
  ["in calm times they do not", [500, 500, 500].map(whole), true, [500, 500, 500]],
  ["what is small beside a large one waits for more of its kind", [100_000, 20_000].map(whole), true, []],
  ["a quarter of it is enough", [100_000, 20_000, 5000].map(whole), true, [5000, 20_000, 100_000]],
  ["nothing is made that would be too large", [LARGEST - 1, 200_000, 150_000].map(whole), true, []],
  ["one that is mostly dead is made anew", [{ alive: 2000, slots: 6000 }], false, [2000]],
  ["one where nothing is alive is let go without that", [{ alive: 0, slots: 6000 }], true, []],
];
for (const [what, parts, calm, due] of DUE)
  test(`what is merged next: ${what}`, () => assert.deepEqual(sizes(dueSegments(parts, calm)), due));

test("in calm times few segments are left, whatever came: each of them four times what is smaller, or no more fit into one", () => {
  const came = fc.array(fc.integer({ min: 1, max: LARGEST }).map(whole), { maxLength: 40 });
  fc.assert(
    fc.property(came, (parts) => {
      const left = sizes(settled(parts, true).left);
      assert.equal(
        left.reduce((a, b) => a + b, 0),
        sum(parts),
      );
      let smaller = 0;
      for (const alive of left) {
        assert.ok(alive <= LARGEST);
        assert.ok(smaller * 4 < alive || smaller + alive > LARGEST, left.join());
        smaller += alive;
      }
    }),
  );
});

test("a resource is merged some dozen times in all, however calmly a quarter of a million come", () => {
  let left: readonly Part[] = [];
  let moved = 0;
  const [step, total] = [64, LARGEST];
  for (let came = 0; came < total; came += step) {
    const next = settled([...left, whole(step)], true);
    [left, moved] = [next.left, moved + next.moved];
  }
  assert.ok(left.length <= 8, sizes(left).join());
  assert.ok(moved < 30 * total, String(moved / total));
});
