import type { Value } from "../../values.ts";
import { hasBit, type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
import { rowEnd, rowOf } from "./rows.ts";

/** Reading a row that must be looked for costs about as much as passing by this many. */
const LOOKUP_COST = 16;

/** How many of the slots have each code of a column; `slots` are the places of `bits`, ascending. */
function countCodes({ dictionary, rows }: Column, bits: Bits, slots: Uint32Array): Uint32Array {
  const counts = new Uint32Array(dictionary.values.length);
  const addRow = (row: number): void => {
    for (let i = rows.starts.items[row]!, end = rowEnd(rows, row); i < end; i++) counts[rows.codes.items[i]!]!++;
  };
  if (slots.length * LOOKUP_COST < rows.slots.length) {
    for (const slot of slots) {
      const row = rowOf(rows, slot);
      if (row >= 0) addRow(row);
    }
    return counts;
  }
  for (let row = 0; row < rows.slots.length; row++) if (hasBit(bits, rows.slots.items[row]!)) addRow(row);
  return counts;
}

/** Adds to `totals` how many of the slots have each value; a value that none of them has is never mentioned. */
export function addCounts(totals: Map<Value, number>, column: Column, bits: Bits, slots: Uint32Array): void {
  const counts = countCodes(column, bits, slots);
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    const value = column.dictionary.values[code]!;
    totals.set(value, (totals.get(value) ?? 0) + counts[code]!);
  }
}
