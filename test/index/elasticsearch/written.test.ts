import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { GAP, wordsOf } from "../../../src/index/text.ts";
import { bytesOf } from "../../../src/index/stores/elasticsearch/writing/arena.ts";
import { quoted } from "../../../src/index/json.ts";
import { listed, member, objectOf } from "../../../src/index/stores/elasticsearch/documents/members.ts";
import { runsList, wordsList } from "../../../src/index/stores/elasticsearch/documents/words.ts";

const ODD = [
  "",
  '"',
  "\\",
  "\u0000",
  "\u007f",
  "é",
  "日本",
  "\ud800",
  "a\udfff",
  "\u2028",
  "__proto__",
  "plain text, {all} ~ of it",
];
const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "binary" }), fc.string());
const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

test("what is written by hand is the JSON that JSON.stringify writes", () => {
  fc.assert(fc.property(text, (one) => assert.equal(quoted(one), JSON.stringify(one))));
  fc.assert(fc.property(fc.array(value), (list) => assert.equal(listed(list), JSON.stringify(list))));
  const members = fc.uniqueArray(fc.tuple(text, fc.array(value)), { selector: ([name]) => name });
  fc.assert(
    fc.property(members, (all) => {
      const written = objectOf(all.map(([name, list]) => member(name, listed(list))).join(""));
      const each = all.map(([name, list]) => `${JSON.stringify(name)}:${JSON.stringify(list)}`);
      assert.equal(written, `{${each.join(",")}}`);
    }),
  );
});

/** Values as their words, each but the last ended by a gap, as entries hold them. */
const values = fc
  .array(fc.oneof(text, fc.constantFrom("ubuntu-22.04", "a b c d e f g h i j", "a b a b")).map(wordsOf))
  .map((all) => all.flatMap((words, i) => (i === 0 ? words : [GAP, ...words])));

/** The words of each value; the gap that ends one is its last. */
function cutAt(words: readonly string[]): string[][] {
  const cut: string[][] = [[]];
  for (const word of words) {
    cut.at(-1)!.push(word);
    if (word === GAP) cut.push([]);
  }
  return cut.filter((some) => some.length > 0);
}

test("words are a text for each value, and their runs of two to eight are texts, each once", () => {
  fc.assert(
    fc.property(values, (words) => {
      const cut = cutAt(words);
      assert.deepEqual(
        JSON.parse(wordsList(words)),
        cut.map((some) => some.join(" ")),
      );
      const bare = cut.map((some) => some.filter((word) => word !== GAP));
      const runs = bare.flatMap((some) => some.map((_, i) => some.slice(i, i + 8)));
      const texts = runs.filter((run) => run.length > 1).map((run) => run.join("\u0002"));
      assert.deepEqual(JSON.parse(runsList(words)), [...new Set(texts)]);
    }),
  );
});

test("texts in an arena are the bytes that they are, however many and long they are", () => {
  const lengths = fc.array(fc.tuple(text, fc.integer({ min: 0, max: 120_000 })), { maxLength: 60 });
  fc.assert(
    fc.property(lengths, (all) => {
      const texts = all.map(([one, times]) => one.repeat(Math.ceil(times / (one.length + 1))));
      const made = texts.map(bytesOf);
      assert.deepEqual(Buffer.concat(made), Buffer.from(texts.map((one) => one.toWellFormed()).join("")));
    }),
    { numRuns: 30 },
  );
});
