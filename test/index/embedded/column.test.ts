import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyBits, setBit, slotsIn } from "../../../src/index/stores/embedded/bitset.ts";
import { codeOf } from "../../../src/index/stores/embedded/code-table.ts";
import { addValues, column, compactColumn, GONE, type Column } from "../../../src/index/stores/embedded/column.ts";
import { addPostings, countPostings, lastPosting } from "../../../src/index/stores/embedded/postings.ts";
import { rowEnd, rowOf } from "../../../src/index/stores/embedded/rows.ts";

const VALUES = ["a", "b", "c", "d", "e"];
/** The values of slots 0, 1, 2 …; many have none, and a word may stand twice. */
const worlds = fc.array(fc.oneof(fc.constant<string[]>([]), fc.array(fc.constantFrom(...VALUES), { maxLength: 4 })), {
  maxLength: 80,
});

function columnOf(world: readonly (readonly string[])[]): Column {
  const filled = column();
  for (const [slot, values] of world.entries()) addValues(filled, slot, values);
  return filled;
}

/** A column says of every slot and every value what the world says. */
function assertSays(filled: Column, world: readonly (readonly string[])[]): void {
  const { dictionary, postings, rows } = filled;
  const everywhere = emptyBits(world.length);
  for (const slot of world.keys()) setBit(everywhere, slot);
  for (const value of VALUES) {
    const code = codeOf(dictionary, value);
    const expected = [...world.keys()].filter((slot) => world[slot]!.includes(value));
    assert.equal(code === undefined, expected.length === 0);
    if (code === undefined) continue;
    const bits = emptyBits(world.length);
    addPostings(bits, postings, code, everywhere);
    assert.deepEqual([...slotsIn(bits)], expected);
    assert.equal(countPostings(postings, code), expected.length);
    assert.equal(lastPosting(postings, code), expected.at(-1));
  }
  for (const [slot, values] of world.entries()) {
    const row = rowOf(rows, slot);
    const codes = row < 0 ? [] : [...rows.codes.items.subarray(rows.starts.items[row], rowEnd(rows, row))];
    assert.deepEqual(
      codes.map((code) => dictionary.values[code]),
      values,
    );
  }
}

test("a column says what each slot has, and where each value is", () =>
  fc.assert(fc.property(worlds, (world) => assertSays(columnOf(world), world))));

test("a compacted column is the column of what is left, without the values that only others had", () =>
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.boolean()), (world, kept) => {
      const keep = world.map(() => kept.next().value);
      let next = 0;
      const moved = Uint32Array.from(keep, (stays) => (stays ? next++ : GONE));
      const left = world.filter((_, slot) => keep[slot]);
      const compacted = compactColumn(columnOf(world), moved);
      assertSays(compacted, left);
      assert.equal(compacted.dictionary.values.length, new Set(left.flat()).size);
    }),
  ));

test("a value's slots outside the domain are never added", () =>
  fc.assert(
    fc.property(worlds, fc.uniqueArray(fc.nat({ max: 79 })), (world, members) => {
      const filled = columnOf(world);
      const code = codeOf(filled.dictionary, "a");
      const domain = emptyBits(80);
      for (const slot of members) setBit(domain, slot);
      const bits = emptyBits(80);
      if (code !== undefined) addPostings(bits, filled.postings, code, domain);
      const expected = members.filter((slot) => world[slot]?.includes("a")).toSorted((a, b) => a - b);
      assert.deepEqual([...slotsIn(bits)], expected);
    }),
  ));
