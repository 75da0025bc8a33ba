import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareValues, within } from "../../../src/index/match.ts";
import type { Bounds } from "../../../src/index/query.ts";
import { unitedDictionary } from "../../../src/index/stores/embedded/columns/dictionary-merge.ts";
import {
  codeOf,
  codesFrom,
  codesWithin,
  dictionaryOf,
  sizeOf,
  valueAt,
  type Codes,
  type Dictionary,
} from "../../../src/index/stores/embedded/columns/dictionary.ts";
import { eachHolding } from "../../../src/index/stores/embedded/columns/holding.ts";
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

/** Numbers and texts together, as in the values of fields of one name. */
const values = fc.tuple(texts, numbers).map((both) => both.flat());

const dictionaryWith = (some: readonly Value[]): Dictionary => dictionaryOf([...new Set(some)].toSorted(compareValues));

const valuesAt = (dictionary: Dictionary, { low, high }: Codes): Value[] =>
  Array.from({ length: high - low }, (_, i) => valueAt(dictionary, low + i));

test("a value's code is its place in the order, and no other value has it", () =>
  fc.assert(
    fc.property(values, (some) => {
      const coded = dictionaryWith(some);
      const expected = [...new Set(some)].toSorted(compareValues);
      assert.deepEqual(valuesAt(coded, { low: 0, high: sizeOf(coded) }), expected);
      for (const [code, value] of expected.entries()) assert.equal(codeOf(coded, value), code);
      assert.equal(codeOf(coded, "never seen, for it is longer than any"), undefined);
    }),
  ));

test("dictionaries unite to that of all values in use", () =>
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.boolean()), (all, use) => {
      const sources = all.map((some) => {
        const dictionary = dictionaryWith(some);
        const used = Uint8Array.from({ length: sizeOf(dictionary) }, () => Number(use.next().value));
        return { dictionary, used, recoded: new Uint32Array(used.length) };
      });
      const united = unitedDictionary(sources);
      for (const { dictionary, used, recoded } of sources) {
        for (const [code, isUsed] of used.entries())
          if (isUsed) assert.equal(valueAt(united, recoded[code]!), valueAt(dictionary, code));
      }
      const kept = sources.flatMap(({ dictionary, used }) =>
        [...used.keys()].filter((code) => used[code]).map((code) => valueAt(dictionary, code)),
      );
      assert.deepEqual(valuesAt(united, { low: 0, high: sizeOf(united) }), [...new Set(kept)].toSorted(compareValues));
    }),
  ));

test("the codes within bounds are those of the values within bounds", () => {
  const bounds = <T extends Value>(value: fc.Arbitrary<T>): fc.Arbitrary<Bounds<Value>> =>
    fc.record({ gt: value, gte: value, lt: value, lte: value }, { requiredKeys: [] });
  const cases = fc.oneof(fc.tuple(texts, bounds(text)), fc.tuple(numbers, bounds(number)));
  fc.assert(
    fc.property(cases, ([some, asked]) => {
      const coded = dictionaryWith(some);
      const expected = [...new Set(some)].filter((value) => within(value, asked)).toSorted(compareValues);
      assert.deepEqual(valuesAt(coded, codesWithin(coded, asked)), expected);
    }),
  );
});

test("the codes from a beginning are those of the texts that begin so", () =>
  fc.assert(
    fc.property(values, text, fc.nat({ max: 3 }), (some, other, length) => {
      const prefix = other.slice(0, length);
      const coded = dictionaryWith(some);
      const beginning = [...new Set(some)].filter((value) => typeof value === "string" && value.startsWith(prefix));
      assert.deepEqual(valuesAt(coded, codesFrom(coded, prefix)), beginning.toSorted(compareValues));
    }),
  ));

test("the texts that hold a part are found in their bytes, each once, in order", () =>
  fc.assert(
    fc.property(values, text, fc.nat({ max: 2 }), fc.nat({ max: 60 }), (some, other, length, low) => {
      const part = other.slice(0, length + 1);
      fc.pre(part !== "");
      const coded = dictionaryWith(some);
      const first = coded.numbers.length;
      const codes = { low: Math.min(first + low, sizeOf(coded)), high: sizeOf(coded) };
      const found: number[] = [];
      eachHolding(coded, part, codes, (code) => found.push(code));
      const all = Array.from({ length: codes.high - codes.low }, (_, i) => codes.low + i);
      assert.deepEqual(
        found,
        all.filter((code) => String(valueAt(coded, code)).includes(part)),
      );
    }),
  ));
