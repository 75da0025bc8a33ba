import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BoundQuery } from "../../src/index/bound.ts";
import { weighed } from "../../src/index/weight.ts";

const boosted = (...by: number[]): BoundQuery =>
  by.reduce<BoundQuery>((of, one) => ({ kind: "boost", of, by: one }), { kind: "exists", key: "a" });
const scoreOf = (query: BoundQuery): number => (query.kind === "boost" ? query.by : 1);

/** [boosts within boosts, what a leaf counts]. */
const WEIGHTS: [number[], number][] = [
  [[1], 1],
  [[0.3], 5 / 16],
  [[0.001], 1 / 16],
  [[0], 0],
  [[1e6], 1000],
  [[3, 0.5], 1.5],
  [[1e6, 1e6, 1e-6], 1000],
];
for (const [by, counts] of WEIGHTS)
  test(`boosts of ${by.join(" of ")} count ${counts}`, () => assert.equal(scoreOf(weighed(boosted(...by))), counts));

test("a thousand leaves of any weights sum exactly in 32 bits", () =>
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 1000, maxLength: 1024 }),
      (all) => {
        const sum = all.reduce((total, by) => total + scoreOf(weighed(boosted(by))), 0);
        assert.equal(Math.fround(sum), sum);
      },
    ),
    { numRuns: 20 },
  ));
