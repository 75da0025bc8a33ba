import type { SomeTarget } from "../../bound.ts";
import { fuzzyMatcher, type FuzzyWord } from "../../fuzzy.ts";
import { eachSlot, emptyBits, setBit, type Bits } from "./bitset.ts";
import { codeOf } from "./code-table.ts";
import type { Column } from "./column.ts";
import { ranksFrom } from "./dictionary.ts";
import { checkpoint } from "./interrupt.ts";
import { addPostings } from "./postings.ts";
import type { TypeIndex } from "./type-index.ts";

/** The codes of a column's values that are within a word's edits. */
function codesNear({ dictionary }: Column, word: FuzzyWord): readonly number[] {
  if (word.edits === 0) {
    const code = codeOf(dictionary, word.text);
    return code === undefined ? [] : [code];
  }
  const near = fuzzyMatcher(word);
  const { low, high } = ranksFrom(dictionary, word.head);
  return [...dictionary.sorted.subarray(low, high)].filter((code) => {
    checkpoint();
    return near(String(dictionary.values[code]!));
  });
}

/** The slots of a domain that have at least so many of a target's words; what `hasSome` says of each entry. */
export function slotsWithSome({ views }: TypeIndex, { key, on, words, atLeast }: SomeTarget, domain: Bits): Bits {
  const column = views[on].get(key);
  const bits = emptyBits(domain.length * 32);
  if (!column) return bits;
  const counts = new Uint16Array(domain.length * 32);
  for (const word of words) {
    const having = emptyBits(domain.length * 32);
    for (const code of codesNear(column, word)) addPostings(having, column.postings, code, domain);
    eachSlot(having, (slot) => ++counts[slot]! >= atLeast && setBit(bits, slot));
  }
  return bits;
}
