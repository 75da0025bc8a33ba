import assert from "node:assert/strict";
import { test } from "node:test";
import { calmBelow } from "../../../src/index/stores/embedded/indexing/calm.ts";

/** [what, what happens: milliseconds that pass, or changes that are written, whether it is calm then]. */
const TIMES: [string, (readonly ["pass" | "write", number])[], boolean][] = [
  ["nothing is known at first", [["pass", 4999]], false],
  ["where nothing was written for a span it is calm", [["pass", 5000]], true],
  [
    "a few changes leave it so",
    [
      ["pass", 5000],
      ["write", 9],
    ],
    true,
  ],
  [
    "many do not",
    [
      ["pass", 5000],
      ["write", 10],
    ],
    false,
  ],
  [
    "nor do those of the span before",
    [
      ["pass", 5000],
      ["write", 6],
      ["pass", 5000],
      ["write", 4],
    ],
    false,
  ],
  [
    "what is longer ago does not count",
    [
      ["pass", 5000],
      ["write", 100],
      ["pass", 10_000],
      ["write", 4],
    ],
    true,
  ],
];
for (const [what, happens, calm] of TIMES)
  test(`whether little is written: ${what}`, () => {
    let now = 0;
    const below = calmBelow(10, () => now);
    for (const [kind, many] of happens) {
      if (kind === "pass") now += many;
      else below.written(many);
    }
    assert.equal(below.now(), calm);
  });
