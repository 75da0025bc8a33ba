import { columnOf, type Column } from "./column.ts";
import { sizeOf } from "./dictionary.ts";
import { unitedDictionary } from "./dictionary-merge.ts";
import { rowCount, rowEnd, rowStart, slotOfRow, type Gathered } from "../sets/rows.ts";

/** A slot that is no more. */
export const GONE = 0xffffffff;

/** A column to be merged with others, and where each of its slots goes. */
export type Moving = { readonly column: Column; readonly moved: Uint32Array };

type Recoding = Moving & { readonly used: Uint8Array; readonly recoded: Uint32Array };

/** Marks the codes of slots that stay, and counts their rows and codes. */
function survey({ column: { dictionary, rows }, moved }: Moving) {
  const used = new Uint8Array(sizeOf(dictionary));
  let [staying, codes] = [0, 0];
  for (let row = 0, count = rowCount(rows); row < count; row++) {
    const [start, end] = [rowStart(rows, row), rowEnd(rows, row)];
    if (start === end || moved[slotOfRow(rows, row)] === GONE) continue;
    staying++;
    codes += end - start;
    for (let i = start; i < end; i++) used[rows.codes[i]!] = 1;
  }
  return { used, staying, codes };
}

/** For each new slot, which of all rows becomes its own, counted from 1 through all columns; 0 where none does. */
function rowsBySlot(columns: readonly Moving[], slotCount: number): Uint32Array {
  const origins = new Uint32Array(slotCount);
  let first = 1;
  for (const { column, moved } of columns) {
    const { rows } = column;
    const count = rowCount(rows);
    for (let row = 0; row < count; row++) {
      const slot = moved[slotOfRow(rows, row)]!;
      if (slot !== GONE && rowStart(rows, row) < rowEnd(rows, row)) origins[slot] = first + row;
    }
    first += count;
  }
  return origins;
}

/** The rows of all columns in the order of their new slots. */
function gathered(columns: readonly Recoding[], slotCount: number, staying: number, length: number): Gathered {
  const origins = rowsBySlot(columns, slotCount);
  const firsts: number[] = [];
  for (let i = 0, first = 1; i < columns.length; first += rowCount(columns[i++]!.column.rows)) firsts.push(first);
  const slots = new Uint32Array(staying);
  const starts = new Uint32Array(staying + 1);
  const codes = new Uint32Array(length);
  let [at, next] = [0, 0];
  for (let slot = 0; slot < slotCount; slot++) {
    const origin = origins[slot]!;
    if (origin === 0) continue;
    let of = firsts.length - 1;
    while (firsts[of]! > origin) of--;
    const { column, recoded } = columns[of]!;
    const row = origin - firsts[of]!;
    for (let i = rowStart(column.rows, row), end = rowEnd(column.rows, row); i < end; i++)
      codes[next++] = recoded[column.rows.codes[i]!]!;
    slots[at++] = slot;
    starts[at] = next;
  }
  return { slots, starts, codes };
}

/** One column of several of the same key: without what is gone, and the values that only that had. */
export function mergedColumn(columns: readonly Moving[], slotCount: number): Column {
  let [staying, codes] = [0, 0];
  const recoding = columns.map((moving): Recoding => {
    const survived = survey(moving);
    staying += survived.staying;
    codes += survived.codes;
    return { ...moving, used: survived.used, recoded: new Uint32Array(survived.used.length) };
  });
  const dictionary = unitedDictionary(
    recoding.map(({ column, used, recoded }) => ({ dictionary: column.dictionary, used, recoded })),
  );
  return columnOf(dictionary, gathered(recoding, slotCount, staying, codes), slotCount);
}
