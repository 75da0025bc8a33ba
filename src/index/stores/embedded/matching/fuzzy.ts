import type { SomeTarget } from "../../../bound.ts";
import { fuzzyMatcher, type FuzzyWord } from "../../../fuzzy.ts";
import { eachSlot, emptyWithin, roomOf, setBit, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codeOf, codesFrom, valueAt, type Dictionary } from "../columns/dictionary.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { addPostings } from "../columns/postings.ts";
import type { Indexed } from "../segments/segment.ts";

/** Characters beyond ASCII take up to three bytes for each unit, and two units at most. */
const MOST_BYTES = 6;

/** Whether a text's length allows it to be within a word's edits, told by its bytes alone. */
function lengthTest({ numbers, starts, bytes }: Dictionary, { text, edits }: FuzzyWord): (code: number) => boolean {
  const length = Array.from(text).length;
  return (code) => {
    const [start, end] = [starts[code - numbers.length]!, starts[code - numbers.length + 1]!];
    if (end - start < length - edits || end - start > (length + edits) * MOST_BYTES) return false;
    return end - start <= length + edits || hasBeyondAscii(bytes, start, end);
  };
}

function hasBeyondAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x80) return true;
  return false;
}

/** The codes of a column's values that are within a word's edits. */
function codesNear({ dictionary }: Column, word: FuzzyWord): readonly number[] {
  if (word.edits === 0) {
    const code = codeOf(dictionary, word.text);
    return code === undefined ? [] : [code];
  }
  const near = fuzzyMatcher(word);
  const mayBe = lengthTest(dictionary, word);
  const { low, high } = codesFrom(dictionary, word.head);
  const codes: number[] = [];
  for (let code = low; code < high; code++) {
    checkpoint();
    if (mayBe(code) && near(String(valueAt(dictionary, code)))) codes.push(code);
  }
  return codes;
}

/** The slots of a domain that have at least so many of a target's words; what `hasSome` says of each entry. */
export function slotsWithSome({ views }: Indexed, { key, on, words, atLeast }: SomeTarget, domain: Bits): Bits {
  const column = views[on].get(key);
  const bits = emptyWithin(domain);
  if (!column) return bits;
  const counts = new Uint16Array(roomOf(domain));
  for (const word of words) {
    const having = emptyWithin(domain);
    for (const code of codesNear(column, word)) addPostings(having, column.postings, code, code + 1, domain);
    eachSlot(having, (slot) => ++counts[slot]! >= atLeast && setBit(bits, slot));
  }
  return bits;
}
