import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareValues } from "../../../src/index/match.ts";
import { inOrder } from "../../../src/index/stores/embedded/columns/value-order.ts";
import type { Value } from "../../../src/index/values.ts";

/** Characters on both sides of what counts as plain, and halves of those beyond U+FFFF. */
const character = fc.constantFrom(
  "\u0000",
  "0",
  "a",
  "b",
  "}",
  "~",
  "\u007f",
  "é",
  "\ud83d",
  "\ude00",
  "\ue000",
  "\uffff",
);
const ending = fc.array(character, { maxLength: 9 }).map((characters) => characters.join(""));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }).map((value) => value + 0),
);

/** Many that begin alike, as ids, names and dates do: several times over, and of any length. */
const alike = fc
  .tuple(ending, fc.array(ending, { minLength: 1, maxLength: 4 }), fc.array(ending, { maxLength: 40 }))
  .map(([all, some, each]) => each.map((own, i) => all + some[i % some.length]! + own));

test("values are put in the order in which they are compared, whatever they begin with", () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(alike, fc.array(number, { maxLength: 30 })), { maxLength: 6 }), (groups) => {
      const values: Value[] = [...new Set<Value>(groups.flat())];
      const ordered = Array.from(inOrder(values), (place) => values[place]);
      assert.deepEqual(ordered, values.toSorted(compareValues));
    }),
  ));

test("a thousand values of each kind are put in order as well as a few", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `image-${(i * 7919) % 1000}-${"é~".repeat(i % 3)}`);
  const values: Value[] = [...names, ...names.keys(), ...names.map((_, i) => -i / 7 - 1)];
  const ordered = Array.from(inOrder(values), (place) => values[place]);
  assert.deepEqual(ordered, values.toSorted(compareValues));
});
