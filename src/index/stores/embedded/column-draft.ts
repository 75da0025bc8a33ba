import type { Value } from "../../values.ts";
import { columnOf, type Column } from "./column.ts";
import { dictionaryOf } from "./dictionary.ts";
import { listed, numberList, push, type NumberList } from "./growable.ts";
import { inOrder } from "./value-order.ts";

/** A column in the making: values have codes in the order they came. */
export type ColumnDraft = {
  readonly codes: Map<Value, number>;
  readonly slots: NumberList;
  readonly starts: NumberList;
  readonly items: NumberList;
};

export const columnDraft = (): ColumnDraft => ({
  codes: new Map(),
  slots: numberList(),
  starts: numberList(),
  items: numberList(),
});

/** Gives a slot beyond all others its values; a slot without any is not mentioned. */
export function addValues({ codes, slots, starts, items }: ColumnDraft, slot: number, values: readonly Value[]): void {
  if (values.length === 0) return;
  push(slots, slot);
  push(starts, items.length);
  for (const value of values) {
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = codes.size));
    push(items, code);
  }
}

/** The column that a draft has become. */
export function finished({ codes, slots, starts, items }: ColumnDraft, slotCount: number): Column {
  const values = [...codes.keys()];
  const order = inOrder(values);
  const final = new Uint32Array(order.length);
  for (const [code, was] of order.entries()) final[was] = code;
  push(starts, items.length);
  const gathered = { slots: listed(slots), starts: listed(starts), codes: listed(items).map((was) => final[was]!) };
  return columnOf(dictionaryOf(Array.from(order, (was) => values[was]!)), gathered, slotCount);
}
