import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addBits,
  clearBit,
  countBits,
  emptyBits,
  hasBit,
  setBit,
  slotsIn,
  without,
  type Bits,
} from "../../../src/index/stores/embedded/bitset.ts";

const SIZE = 200;
const slots = fc.uniqueArray(fc.nat({ max: SIZE - 1 }));

function bitsOf(members: readonly number[]): Bits {
  const bits = emptyBits(SIZE);
  for (const slot of members) setBit(bits, slot);
  return bits;
}

const ascending = (members: Iterable<number>): number[] => [...members].toSorted((a, b) => a - b);

test("a set gives back what was put into it, ascending, and counts it", () =>
  fc.assert(
    fc.property(slots, (members) => {
      const bits = bitsOf(members);
      assert.deepEqual([...slotsIn(bits)], ascending(members));
      assert.equal(countBits(bits), members.length);
      for (let slot = 0; slot < SIZE; slot++) assert.equal(hasBit(bits, slot), members.includes(slot));
    }),
  ));

test("union, difference and removal are those of sets", () =>
  fc.assert(
    fc.property(slots, slots, (a, b) => {
      const union = bitsOf(a);
      addBits(union, bitsOf(b));
      assert.deepEqual([...slotsIn(union)], ascending(new Set([...a, ...b])));
      const rest = ascending(new Set(a).difference(new Set(b)));
      assert.deepEqual([...slotsIn(without(bitsOf(a), bitsOf(b)))], rest);
      const cleared = bitsOf(a);
      for (const slot of b) clearBit(cleared, slot);
      assert.deepEqual([...slotsIn(cleared)], rest);
    }),
  ));
