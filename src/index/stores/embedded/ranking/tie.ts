import type { Place } from "../../../place.ts";
import { compareText } from "../../../text.ts";
import { textAt } from "../columns/ordered-text.ts";
import { idColumn } from "../segments/segment.ts";
import type { TypeIndex } from "../segments/type-index.ts";

export const idAt = (index: TypeIndex, slot: number): string => {
  const { dictionary, rows } = idColumn(index);
  const code = rows.codes[slot]!;
  return textAt(dictionary.bytes, dictionary.starts[code]!, dictionary.starts[code + 1]!);
};

/** Where ties would have a place of the order stand: the first slot that comes behind it. Slots stand in the order of ties. */
export function slotBehind(index: TypeIndex, { entry: { ref, changed } }: Place): number {
  const isBehind = (slot: number): boolean =>
    (index.changed[slot]! - changed ||
      compareText(ref.id, idAt(index, slot)) ||
      compareText(ref.type, index.definition.type)) < 0;
  let low = 0;
  let high = index.slots;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
