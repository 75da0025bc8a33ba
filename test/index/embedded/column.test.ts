import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyBits, fullBits, setBit, slotsIn } from "../../../src/index/stores/embedded/sets/bitset.ts";
import { GONE, mergedColumn } from "../../../src/index/stores/embedded/columns/column-merge.ts";
import type { Column } from "../../../src/index/stores/embedded/columns/column.ts";
import { codeOf, sizeOf, valueAt } from "../../../src/index/stores/embedded/columns/dictionary.ts";
import { pack, unpack } from "../../../src/index/stores/embedded/segments/pack.ts";
import {
  addPostings,
  countAll,
  countPostings,
  eachPosting,
} from "../../../src/index/stores/embedded/columns/postings.ts";
import { rowEnd, rowOf, rowStart } from "../../../src/index/stores/embedded/sets/rows.ts";
import { columnWith } from "./columns.ts";

const VALUES = ["a", "b", "c", "d", "é"];
const one = fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 1 });
const several = fc.oneof(fc.constant<string[]>([]), fc.array(fc.constantFrom(...VALUES), { maxLength: 4 }));
const mostlyNone = fc.oneof({ weight: 9, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: several });
/** So few of so many that they are kept as lists, and not as maps. */
const rare = fc
  .array(fc.tuple(fc.nat({ max: 199 }), fc.constantFrom(...VALUES)), { maxLength: 12 })
  .map((some) => Array.from({ length: 200 }, (_, slot) => some.flatMap(([at, value]) => (at === slot ? value : []))));
/** The values of slots 0, 1, 2 …: one each, none for many, or several, and a word may stand twice. */
const worlds = fc.oneof(...[one, several, mostlyNone].map((values) => fc.array(values, { maxLength: 200 })), rare);

/** A column says of every slot and every value what the world says. */
function assertSays({ dictionary, postings, rows }: Column, world: readonly (readonly string[])[]): void {
  for (const value of VALUES) {
    const code = codeOf(dictionary, value);
    const expected = [...world.keys()].filter((slot) => world[slot]!.includes(value));
    assert.equal(code === undefined, expected.length === 0);
    if (code === undefined) continue;
    const bits = emptyBits(world.length);
    addPostings(bits, postings, code, code + 1, fullBits(world.length));
    assert.deepEqual([...slotsIn(bits)], expected);
    assert.equal(countPostings(postings, code, code + 1), expected.length);
    assert.equal(countAll(postings, sizeOf(dictionary))[code], expected.length);
    const walked: number[] = [];
    eachPosting(postings, code, (slot) => walked.push(slot) === 0);
    assert.deepEqual(walked, expected);
  }
  for (const [slot, values] of world.entries()) {
    const row = rowOf(rows, slot);
    const codes = row < 0 ? [] : [...rows.codes.subarray(rowStart(rows, row), rowEnd(rows, row))];
    assert.deepEqual(
      codes.map((code) => valueAt(dictionary, code)),
      values,
    );
  }
}

test("a column says what each slot has, and where each value is", () =>
  fc.assert(fc.property(worlds, (world) => assertSays(columnWith(world), world))));

test("a column in shared memory says the same", () =>
  fc.assert(fc.property(worlds, (world) => assertSays(unpack(pack(columnWith(world))) as Column, world))));

test("merged columns are the column of what is left, without the values that only others had", () =>
  fc.assert(
    fc.property(fc.array(worlds, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat()), (parts, draws) => {
      const slots = parts.flatMap((world, part) => world.map((_, slot) => ({ part, slot, draw: draws.next().value })));
      const staying = slots.filter(({ draw }) => draw % 3 > 0).toSorted((a, b) => a.draw - b.draw);
      const moved = parts.map((world) => new Uint32Array(world.length).fill(GONE));
      for (const [slot, from] of staying.entries()) moved[from.part]![from.slot] = slot;
      const left = staying.map(({ part, slot }) => parts[part]![slot]!);
      const columns = parts.map((world, part) => ({ column: columnWith(world), moved: moved[part]! }));
      const merged = mergedColumn(columns, staying.length);
      assertSays(merged, left);
      assert.equal(sizeOf(merged.dictionary), new Set(left.flat()).size);
    }),
  ));

test("a value's slots outside the domain are never added", () =>
  fc.assert(
    fc.property(worlds, fc.uniqueArray(fc.nat({ max: 199 })), (world, drawn) => {
      const members = drawn.filter((slot) => slot < world.length);
      const { dictionary, postings } = columnWith(world);
      const domain = emptyBits(world.length);
      for (const slot of members) setBit(domain, slot);
      const bits = emptyBits(world.length);
      addPostings(bits, postings, 0, sizeOf(dictionary), domain);
      const expected = members.filter((slot) => world[slot]!.length > 0).toSorted((a, b) => a - b);
      assert.deepEqual([...slotsIn(bits)], expected);
    }),
  ));
