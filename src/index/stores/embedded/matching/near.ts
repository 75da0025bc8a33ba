import { standNear, type NearWords } from "../../../near.ts";
import { GAP } from "../../../text.ts";
import { emptyWithin, setBit, slotsIn, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codeOf } from "../columns/dictionary.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";
import { slotsWithWords } from "./words.ts";

/** The slots of a domain where these words of a column stand near each other; what `hasNear` says of each entry. Undefined: none. */
export function slotsWithNear(column: Column, { words, slop }: NearWords, domain: Bits): Bits | undefined {
  const { rows, dictionary } = column;
  const candidates = slotsWithWords(column, words, "all", domain);
  if (!candidates) return undefined;
  const bits = emptyWithin(domain);
  const codes = words.map((word) => codeOf(dictionary, word) ?? -1);
  const gap = codeOf(dictionary, GAP);
  let row = 0;
  for (const slot of slotsIn(candidates)) {
    checkpoint();
    row = rowOf(rows, slot, row);
    const part = { start: rowStart(rows, row), end: rowEnd(rows, row), gap };
    if (standNear(rows.codes, part, codes, slop)) setBit(bits, slot);
  }
  return bits;
}
