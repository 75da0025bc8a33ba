import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addBits,
  clearBit,
  common,
  copied,
  countBits,
  eachSlot,
  emptyBits,
  emptyWithin,
  firstSlotsIn,
  fullBits,
  hasBit,
  isEmpty,
  setBit,
  slotsIn,
  trimmed,
  without,
  type Bits,
} from "../../../src/index/stores/embedded/sets/bitset.ts";

const SIZE = 500;
const slot = fc.nat({ max: SIZE - 1 });
/** Few, so that most words are 0, and many. */
const slots = fc.oneof(fc.uniqueArray(slot, { maxLength: 5 }), fc.uniqueArray(slot));

function bitsOf(members: readonly number[]): Bits {
  const bits = emptyBits(SIZE);
  for (const member of members) setBit(bits, member);
  return bits;
}

/** A set as it is made, and as it is when words that are 0 are passed over. */
const forms = fc.constantFrom((bits: Bits) => bits, trimmed);
const set = fc.tuple(slots, forms).map(([members, form]) => ({ members, make: () => form(bitsOf(members)) }));

const ascending = (members: Iterable<number>): number[] => [...members].toSorted((a, b) => a - b);

test("a set gives back what was put into it, ascending, and counts it", () =>
  fc.assert(
    fc.property(set, slot, fc.nat({ max: 20 }), ({ members, make }, from, wanted) => {
      const bits = make();
      const listed = ascending(members);
      const each: number[] = [];
      eachSlot(bits, (one) => each.push(one));
      assert.deepEqual(each, listed);
      assert.deepEqual([...slotsIn(bits)], listed);
      assert.deepEqual([...slotsIn(copied(bits))], listed);
      assert.deepEqual([...firstSlotsIn(bits, wanted, from)], listed.filter((one) => one >= from).slice(0, wanted));
      assert.equal(countBits(bits), members.length);
      assert.equal(isEmpty(bits), members.length === 0);
      for (let one = 0; one < SIZE; one++) assert.equal(hasBit(bits, one), members.includes(one));
    }),
  ));

test("intersection, difference and removal are those of sets", () =>
  fc.assert(
    fc.property(set, set, (a, b) => {
      const [inA, inB] = [new Set(a.members), new Set(b.members)];
      assert.deepEqual([...slotsIn(common(a.make(), b.make()))], ascending(inA.intersection(inB)));
      const rest = ascending(inA.difference(inB));
      assert.deepEqual([...slotsIn(without(a.make(), b.make()))], rest);
      const cleared = a.make();
      for (const one of b.members) clearBit(cleared, one);
      assert.deepEqual([...slotsIn(cleared)], rest);
    }),
  ));

test("a set made within another takes in what is in both of two of its parts", () =>
  fc.assert(
    fc.property(set, slots, slots, (domain, a, b) => {
      const whole = domain.make();
      const union = emptyWithin(whole);
      for (const part of [a, b]) addBits(union, common(bitsOf(part), whole));
      const inDomain = new Set(domain.members);
      assert.deepEqual([...slotsIn(union)], ascending(new Set([...a, ...b]).intersection(inDomain)));
    }),
  ));

test("the set of all slots has them, and none beyond", () => {
  for (const size of [0, 1, 31, 32, 33, SIZE]) {
    const all = fullBits(size);
    assert.deepEqual(
      [...slotsIn(all)],
      Array.from({ length: size }, (_, one) => one),
    );
    assert.equal(countBits(without(all, all)), 0);
  }
});
