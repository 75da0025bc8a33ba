import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { topPlaces } from "../../../src/index/stores/embedded/sets/top.ts";

test("the first places are those that sorting everything puts first, in that order", () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), fc.nat({ max: 60 }), (keys, wanted) => {
      const compare = (a: number, b: number): number => keys[a]! - keys[b]! || a - b;
      const sorted = [...keys.keys()].toSorted(compare);
      assert.deepEqual(topPlaces(keys.length, wanted, compare), sorted.slice(0, wanted));
    }),
  ));
