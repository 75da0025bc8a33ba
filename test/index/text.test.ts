import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareText, exactOf, fold, piecesOf, wordsOf } from "../../src/index/text.ts";
import { microseconds, versionKey } from "../../src/index/values.ts";

const WORDS: [string, string[]][] = [
  ["ubuntu-22.04-minimal", ["ubuntu", "22.04", "minimal"]],
  ["Ubuntu 22.04_LTS", ["ubuntu", "22.04", "lts"]],
  ["x:y/z", ["x", "y", "z"]],
  ["Ünïcode ✓", ["unicode"]],
  ["日本語 test", ["日", "本", "語", "test"]],
  ["ＦＵＬＬ ｗｉｄｔｈ", ["full", "width"]],
  ["v1.2.3, 10,5.", ["v1", "2.3", "10,5"]],
  ["... --- ✓", []],
];
for (const [text, words] of WORDS)
  test(`'${text}' is the words ${JSON.stringify(words)}`, () => assert.deepEqual(wordsOf(text), words));

test("a text that is one word alone is the word that it is among others", () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9]{0,260}$/), (word) =>
      assert.deepEqual([...wordsOf(word), "z"], wordsOf(`${word} z`)),
    ),
  ));

test("folding twice is folding once", () =>
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(fold(fold(text)), fold(text)))));

test("the pieces of a text are the text, and their words its words", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "binary" }).map((s) => s.toWellFormed()),
        fc.constantFrom(...WORDS.map(([text]) => text)),
      ),
      (text) => {
        assert.equal(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(""),
          text,
        );
      },
    ),
  ));

test("the words of the pieces are the words of the text", () => {
  for (const [text, words] of WORDS)
    assert.deepEqual(
      piecesOf(text).flatMap(({ word }) => word ?? []),
      words,
    );
});

test("texts are compared as UTF-8 compares them", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) =>
      assert.equal(Math.sign(compareText(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b))),
    ),
  ));

test("a value is compared by its first 4,000 code points", () => {
  assert.equal(exactOf("𝒳".repeat(5000)), "𝒳".repeat(4000));
  assert.equal(exactOf("\ud800"), "\ufffd");
});

const TIMES: [string, number | undefined][] = [
  ["1970-01-01T00:00:01Z", 1_000_000],
  ["1970-01-01 00:00:01.000002", 1_000_002],
  ["1970-01-01T01:00:01+01:00", 1_000_000],
  ["1970-01-01T00:00:01.5", 1_500_000],
  ["1970-01-02", 86_400_000_000],
  ["yesterday", undefined],
  ["2026-13-45T00:00:00Z", undefined],
];
for (const [text, time] of TIMES)
  test(`'${text}' is ${time ?? "no time"}`, () => assert.equal(microseconds(text), time));

test("semantic versions sort as semver.org says", () => {
  const sorted = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.9.0",
    "1.10.0",
    "2.0.0",
  ];
  assert.deepEqual(
    sorted.map((v) => versionKey(v)!).toSorted(compareText),
    sorted.map((v) => versionKey(v)!),
  );
  assert.equal(versionKey("junk"), undefined);
});
