import { compareTexts } from "../../../suggest/suggestible.ts";
import { countBits, eachSlot, hasBit, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codesFrom, sizeOf, valueAt, type Codes, type Dictionary } from "../columns/dictionary.ts";
import { eachPosting } from "../columns/postings.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";

/** Looking at a slot costs about as much as looking at so many codes. */
const SLOT = 8;

export const occursIn = ({ postings }: Column, code: number, bits: Bits): boolean =>
  eachPosting(postings, code, (slot) => hasBit(bits, slot));

/** The codes, within bounds, of the values that these slots have, ascending; one may come several times. */
function codesOf({ rows }: Column, bits: Bits, { low, high }: Codes): Uint32Array {
  const found: number[] = [];
  let row = 0;
  eachSlot(bits, (slot) => {
    const at = rowOf(rows, slot, row);
    if (at < 0) return;
    row = at;
    for (let i = rowStart(rows, at), end = rowEnd(rows, at); i < end; i++) {
      const code = rows.codes[i]!;
      if (code >= low && code < high) found.push(code);
    }
  });
  return Uint32Array.from(new Set(found)).toSorted();
}

/** The codes, in order, of texts that begin so and that any of these slots has. */
export function* codesBeginning(column: Column, start: string, bits: Bits): Generator<number> {
  const codes = codesFrom(column.dictionary, start);
  if (countBits(bits) * SLOT < codes.high - codes.low) {
    yield* codesOf(column, bits, codes);
    return;
  }
  for (let code = codes.low; code < codes.high; code++) if (occursIn(column, code, bits)) yield code;
}

const orders = new WeakMap<Dictionary, readonly (readonly [text: string, code: number])[]>();

/** A dictionary's texts in the order of suggestions, with their codes. Of fields that have few: made once, then kept. */
export function inFoldedOrder(texts: Dictionary): readonly (readonly [text: string, code: number])[] {
  const known = orders.get(texts);
  if (known) return known;
  const all = Array.from({ length: sizeOf(texts) }, (_, code) => [String(valueAt(texts, code)), code] as const);
  const made = all.toSorted(([a], [b]) => compareTexts(a, b));
  orders.set(texts, made);
  return made;
}
