import { numberList, push, type NumberList } from "./growable.ts";

/**
 * The codes of each slot, in the order of its values: for counting, sorting, phrases and compaction. A row for a slot that
 * has values, none for the others, so a property that few have costs little. **Invariant:** `slots` ascends; the codes of
 * row i are `codes[starts[i]]` up to the next row's start.
 */
export type Rows = { readonly slots: NumberList; readonly starts: NumberList; readonly codes: NumberList };

export const rows = (): Rows => ({ slots: numberList(), starts: numberList(), codes: numberList() });

/** Begins the row of a slot beyond all others; its codes are pushed next. */
export function beginRow({ slots, starts, codes }: Rows, slot: number): void {
  push(slots, slot);
  push(starts, codes.length);
}

/** Where the codes of row i end. */
export const rowEnd = ({ starts, codes }: Rows, i: number): number =>
  i + 1 < starts.length ? starts.items[i + 1]! : codes.length;

/** The row of a slot at or after row `from`; -1 when it has no values. Where every slot has some, one look is enough. */
export function rowOf({ slots }: Rows, slot: number, from = 0): number {
  if (slots.length > slot && slots.items[slot] === slot) return slot;
  let low = from;
  let high = Math.min(slots.length, slot + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slots.items[middle]! < slot) low = middle + 1;
    else high = middle;
  }
  return low < slots.length && slots.items[low] === slot ? low : -1;
}
