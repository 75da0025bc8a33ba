import type { Value } from "../../../values.ts";
import { columnOf, type Column } from "./column.ts";
import { dictionaryOf } from "./dictionary.ts";
import { numberList, push, type NumberList } from "../sets/growable.ts";
import type { Gathered } from "../sets/rows.ts";
import { inOrder } from "./value-order.ts";

/** A column in the making: values have codes, and resources places, in the order they came. */
export type ColumnDraft = {
  readonly codes: Map<Value, number>;
  readonly places: NumberList;
  readonly starts: NumberList;
  readonly items: NumberList;
};

export const columnDraft = (): ColumnDraft => ({
  codes: new Map(),
  places: numberList(),
  starts: numberList(),
  items: numberList(),
});

/** Gives a place beyond all others its values; one without any is not mentioned. */
export function addValues(
  { codes, places, starts, items }: ColumnDraft,
  place: number,
  values: readonly Value[],
): void {
  if (values.length === 0) return;
  push(places, place);
  push(starts, items.length);
  // By index, as everything that is done for each value: an iterator makes an object for each.
  for (let i = 0; i < values.length; i++) {
    let code = codes.get(values[i]!);
    if (code === undefined) codes.set(values[i]!, (code = codes.size));
    push(items, code);
  }
}

/** Rows as they came, in the order of slots: `order` has the place that each slot is of. */
function inSlots({ places, starts, items }: ColumnDraft, final: Uint32Array, order: Uint32Array): Gathered {
  const rowOf = new Int32Array(order.length).fill(-1);
  for (let row = 0; row < places.length; row++) rowOf[places.items[row]!] = row;
  const slots = new Uint32Array(places.length);
  const begins = new Uint32Array(places.length + 1);
  const codes = new Uint32Array(items.length);
  let [next, at] = [0, 0];
  for (let slot = 0; slot < order.length; slot++) {
    const row = rowOf[order[slot]!]!;
    if (row < 0) continue;
    const end = row + 1 < places.length ? starts.items[row + 1]! : items.length;
    for (let i = starts.items[row]!; i < end; i++) codes[at++] = final[items.items[i]!]!;
    slots[next++] = slot;
    begins[next] = at;
  }
  return { slots, starts: begins, codes };
}

/** The column that a draft has become, where each slot is of the place that `order` has for it. */
export function finished(draft: ColumnDraft, order: Uint32Array): Column {
  const values = [...draft.codes.keys()];
  const sorted = inOrder(values);
  const final = new Uint32Array(sorted.length);
  const inPlace: Value[] = [];
  for (let code = 0; code < sorted.length; code++) {
    final[sorted[code]!] = code;
    inPlace.push(values[sorted[code]!]!);
  }
  return columnOf(dictionaryOf(inPlace), inSlots(draft, final, order), order.length);
}
