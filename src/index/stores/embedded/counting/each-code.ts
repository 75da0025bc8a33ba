import { hasBit } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import type { Chosen } from "../matching/matched.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";

/** Reading a row that must be looked for costs about as much as passing by this many. */
const LOOKUP_COST = 16;

/** Does something for each row of some slots that has values. */
export function eachRow({ rows }: Column, { bits, count, slots }: Chosen, use: (row: number) => void): void {
  if (!rows.slots || count * LOOKUP_COST < rows.slots.length) {
    let row = 0;
    for (const slot of slots()) {
      const found = rowOf(rows, slot, row);
      if (found >= 0) use((row = found));
    }
    return;
  }
  for (let row = 0; row < rows.slots.length; row++) if (hasBit(bits, rows.slots[row]!)) use(row);
}

/** Does something for each code of some slots. */
export function eachCode(column: Column, matched: Chosen, use: (code: number) => void): void {
  const { rows } = column;
  const { codes, none } = rows;
  if (!rows.slots && !rows.starts) {
    const slots = matched.slots();
    for (let i = 0; i < slots.length; i++) {
      const code = codes[slots[i]!]!;
      if (code !== none) use(code);
    }
    return;
  }
  eachRow(column, matched, (row) => {
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) use(codes[i]!);
  });
}
