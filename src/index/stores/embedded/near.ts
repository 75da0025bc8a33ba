import { standNear, type NearWords } from "../../near.ts";
import { GAP } from "../../text.ts";
import { emptyBits, setBit, slotsIn, type Bits } from "./bitset.ts";
import { codeOf } from "./code-table.ts";
import type { Column } from "./column.ts";
import { checkpoint } from "./interrupt.ts";
import { rowEnd, rowOf } from "./rows.ts";
import { slotsWithWords } from "./words.ts";

/** The slots of a domain where these words of a column stand near each other; what `hasNear` says of each entry. */
export function slotsWithNear(column: Column, { words, slop }: NearWords, domain: Bits): Bits {
  const { rows, dictionary } = column;
  const bits = emptyBits(domain.length * 32);
  const codes = words.map((word) => codeOf(dictionary, word) ?? -1);
  const gap = codeOf(dictionary, GAP);
  let row = 0;
  for (const slot of slotsIn(slotsWithWords(column, words, "all", domain))) {
    checkpoint();
    row = rowOf(rows, slot, row);
    const part = { start: rows.starts.items[row]!, end: rowEnd(rows, row), gap };
    if (standNear(rows.codes.items, part, codes, slop)) setBit(bits, slot);
  }
  return bits;
}
