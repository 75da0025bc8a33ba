import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareValues, within } from "../../../src/index/match.ts";
import type { Bounds } from "../../../src/index/query.ts";
import { codeOf, encode } from "../../../src/index/stores/embedded/code-table.ts";
import {
  dictionary,
  ranksFrom,
  ranksWithin,
  sortDictionary,
  type Dictionary,
  type Ranks,
} from "../../../src/index/stores/embedded/dictionary.ts";
import { leading } from "../../../src/index/stores/embedded/leading.ts";
import type { Value } from "../../../src/index/values.ts";

/** Texts that share beginnings, with characters on both sides of everything that orders could stumble over. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "b", "\u0000", "~", "\u007f", "é", "\ud800", "\udc00", "\uffff", "𝒳"),
    maxLength: 10,
  }),
  fc.string({ unit: "binary" }),
);
// Minus zero is zero to whoever compares, and JSON never says it.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const texts: fc.Arbitrary<Value[]> = fc.array(text, { maxLength: 60 });
const numbers: fc.Arbitrary<Value[]> = fc.array(number, { maxLength: 60 });

const filled = (values: readonly Value[]): Dictionary => {
  const filling = dictionary();
  for (const value of values) encode(filling, value);
  return filling;
};

const valuesAt = ({ sorted, values }: Dictionary, { low, high }: Ranks): Value[] =>
  [...sorted.subarray(low, high)].map((code) => values[code]!);

test("a value has one code for good, and no other value has it", () =>
  fc.assert(
    fc.property(fc.oneof(texts, numbers), (values) => {
      const coded = dictionary();
      const codes = values.map((value) => encode(coded, value));
      for (const [i, value] of values.entries()) {
        assert.equal(codeOf(coded, value), codes[i]);
        assert.ok(coded.values[codes[i]!] === value);
      }
      assert.equal(coded.values.length, new Set(values).size);
      assert.equal(codeOf(coded, "never seen, for it is longer than any"), undefined);
    }),
  ));

test("however the values came, their ranks are their order", () =>
  fc.assert(
    fc.property(fc.oneof(texts, numbers), fc.nat({ max: 60 }), (values, cut) => {
      const coded = filled(values.slice(0, cut));
      sortDictionary(coded);
      for (const value of values.slice(cut)) encode(coded, value);
      sortDictionary(coded);
      const expected = [...new Set(values)].toSorted(compareValues);
      assert.deepEqual(valuesAt(coded, { low: 0, high: values.length }), expected);
      for (const [rank, code] of coded.sorted.entries()) assert.equal(coded.ranks[code], rank);
    }),
  ));

test("the ranks within bounds are those of the values within bounds", () => {
  const bounds = <T extends Value>(value: fc.Arbitrary<T>): fc.Arbitrary<Bounds<Value>> =>
    fc.record({ gt: value, gte: value, lt: value, lte: value }, { requiredKeys: [] });
  const cases = fc.oneof(fc.tuple(texts, bounds(text)), fc.tuple(numbers, bounds(number)));
  fc.assert(
    fc.property(cases, ([values, asked]) => {
      const coded = filled(values);
      const expected = coded.values.filter((value) => within(value, asked)).toSorted(compareValues);
      assert.deepEqual(valuesAt(coded, ranksWithin(coded, asked)), expected);
    }),
  );
});

test("the ranks from a beginning are those of the texts that begin so", () =>
  fc.assert(
    fc.property(texts, text, fc.nat({ max: 3 }), (values, other, length) => {
      const prefix = other.slice(0, length);
      const coded = filled(values);
      const expected = coded.values.filter((value) => String(value).startsWith(prefix)).toSorted(compareValues);
      assert.deepEqual(valuesAt(coded, ranksFrom(coded, prefix)), expected);
    }),
  ));

test("the leading number of a text never contradicts the order of texts", () =>
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [leading(a), leading(b)];
      assert.ok(x === y || Math.sign(x - y) === Math.sign(compareValues(a, b)), JSON.stringify([a, b]));
    }),
  ));
