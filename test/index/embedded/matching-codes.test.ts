import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parsePattern, matcherOf } from "../../../src/index/pattern.ts";
import { dictionaryOf, sizeOf, valueAt } from "../../../src/index/stores/embedded/columns/dictionary.ts";
import { matchingCodes } from "../../../src/index/stores/embedded/matching/matching-codes.ts";
import { compareText } from "../../../src/index/text.ts";

/** Few signs, so that texts begin alike; characters of two halves, and halves of them. */
const SIGNS = ["a", "b", "-", "é", "💿", "📀", "\ud83d", "\udcbf"];
const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 5 }).map((signs) => signs.join(""));
const texts = fc.uniqueArray(text, { maxLength: 200 }).map((all) => all.toSorted(compareText));
const pattern = fc
  .tuple(fc.array(fc.constantFrom(...SIGNS, "?", "?"), { maxLength: 5 }), fc.constantFrom("", "*"))
  .map(([signs, end]) => parsePattern(signs.join("") + end));

test("ranges of texts in order are the texts that a pattern matches", () =>
  fc.assert(
    fc.property(texts, pattern, (values, parts) => {
      const dictionary = dictionaryOf(values);
      const matches = matcherOf(parts);
      const ranges = matchingCodes(dictionary, parts, matches);
      if (!ranges) return assert.ok(parts.some((part) => typeof part === "object" && !part.text.isWellFormed()));
      const found = ranges.flatMap(({ low, high }) => Array.from({ length: high - low }, (_, i) => low + i));
      const all = Array.from({ length: sizeOf(dictionary) }, (_, code) => code);
      assert.deepEqual(
        found,
        all.filter((code) => matches(String(valueAt(dictionary, code)))),
      );
    }),
    { numRuns: 2000 },
  ));

test("a pattern with a star in its middle has no ranges", () => {
  assert.equal(
    matchingCodes(dictionaryOf(["ab"]), parsePattern("a*b"), () => true),
    undefined,
  );
});
