import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasWords } from "../../../src/index/match.ts";
import type { WordsMode } from "../../../src/index/query.ts";
import { emptyBits, setBit, slotsIn } from "../../../src/index/stores/embedded/sets/bitset.ts";
import { slotsWithWords } from "../../../src/index/stores/embedded/matching/words.ts";
import { GAP } from "../../../src/index/text.ts";
import { columnWith } from "./columns.ts";

const word = fc.constantFrom("a", "ab", "abc", "b", "c", GAP);
const asked = fc.array(fc.constantFrom("a", "ab", "b", "c", "unknown"), { minLength: 1, maxLength: 3 });
/** Most slots, or so few that their rows are looked at rather than the words' postings. */
const domains = fc.constantFrom(
  (slot: number) => slot % 3 !== 0,
  (slot: number) => slot % 19 === 7,
);
const MODES: WordsMode[] = ["any", "all", "phrase", "prefix"];

for (const mode of MODES) {
  test(`'${mode}' finds in postings what a walk over the words finds`, () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 40 }),
        asked,
        domains,
        (texts, words, has) => {
          const filled = columnWith(texts);
          const domain = emptyBits(texts.length);
          for (const slot of texts.keys()) if (has(slot)) setBit(domain, slot);
          const expected = [...texts.keys()].filter((slot) => has(slot) && hasWords(texts[slot]!, words, mode));
          assert.deepEqual([...slotsIn(slotsWithWords(filled, words, mode, domain) ?? emptyBits(0))], expected);
        },
      ),
      { numRuns: 300 },
    ));
}
