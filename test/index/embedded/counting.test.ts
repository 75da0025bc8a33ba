import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyBits, setBit } from "../../../src/index/stores/embedded/sets/bitset.ts";
import type { Column } from "../../../src/index/stores/embedded/columns/column.ts";
import { addExtent } from "../../../src/index/stores/embedded/counting/extent.ts";
import { addCounts, countValues } from "../../../src/index/stores/embedded/counting/facets.ts";
import { matchedIn, type Matched } from "../../../src/index/stores/embedded/matching/matched.ts";
import type { Indexed } from "../../../src/index/stores/embedded/segments/segment.ts";
import { addSteps } from "../../../src/index/stores/embedded/counting/steps.ts";
import type { Value } from "../../../src/index/values.ts";
import { columnWith } from "./columns.ts";

const value = fc.constantFrom<Value>(1, 2, 3, 5, 8, "a", "b");
const one = fc.array(value, { minLength: 1, maxLength: 1 });
const several = fc.uniqueArray(value, { maxLength: 4 });
const few = fc.oneof({ weight: 9, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: several });
const worlds = fc.oneof(...[one, several, few].map((values) => fc.array(values, { maxLength: 120 })));
const EDGES = [2, 3, 6, 8];

type Part = { readonly column: Column; readonly matched: Matched<Indexed>; readonly values: readonly Value[][] };

/** A column, and of its slots those that matched: some, or all but one or two. */
const parts = fc
  .tuple(worlds, fc.infiniteStream(fc.nat({ max: 29 })), fc.constantFrom(10, 29, 30))
  .map(([world, draws, limit]): Part => {
    const bits = emptyBits(world.length);
    const found = [...world.keys()].filter(() => draws.next().value < limit);
    for (const slot of found) setBit(bits, slot);
    const index = { slots: world.length, objects: new Map() } as unknown as Indexed;
    return {
      column: columnWith(world),
      matched: matchedIn(index, { bits, scores: 1 }),
      values: found.map((slot) => world[slot]!),
    };
  });

const LAWS: { readonly [law: string]: (part: Part) => void } = {
  "each value is counted once for each slot that has it": ({ column, matched, values }) => {
    const totals = new Map<Value, number>();
    addCounts(totals, column, matched);
    const expected = new Map<Value, number>();
    for (const one of values.flat()) expected.set(one, (expected.get(one) ?? 0) + 1);
    assert.deepEqual(totals, expected);
    assert.equal(countValues(column, matched), values.flat().length);
  },
  "the least and the greatest number are told of what matched": ({ column, matched, values }) => {
    const numbers = values.flat().filter((one) => typeof one === "number");
    assert.deepEqual(
      addExtent({ min: null, max: null }, column, matched),
      numbers.length === 0 ? { min: null, max: null } : { min: Math.min(...numbers), max: Math.max(...numbers) },
    );
  },
  "a slot counts once in each step that it has a number in": ({ column, matched, values }) => {
    const counts = [0, 0, 0];
    addSteps(counts, EDGES, column, matched);
    const within = (one: Value, i: number): boolean =>
      typeof one === "number" && one >= EDGES[i]! && one < EDGES[i + 1]!;
    assert.deepEqual(
      counts,
      counts.map((_, i) => values.filter((own) => own.some((one) => within(one, i))).length),
    );
  },
};

for (const [law, holds] of Object.entries(LAWS))
  test(`${law}, whether few, many or all matched`, () => fc.assert(fc.property(parts, holds), { numRuns: 1000 }));
