import type { Place } from "../../../place.ts";
import { emptyBits, hasBit, setBit } from "../sets/bitset.ts";
import { sizeOf } from "../columns/dictionary.ts";
import { keyOfValue, type SortColumn } from "./keys.ts";
import { listStart, mapOf, slotsOfMap } from "../columns/postings.ts";
import { rowOf } from "../sets/rows.ts";
import type { Matched } from "../matching/matched.ts";
import { slotBehind } from "./tie.ts";

/** Picking the first of the matches looks at each of them; that costs about as much as passing by this many postings. */
const PICK_COST = 4;

/**
 * Whether to read the first matches off a field's values, from its end of the order on: where enough matched, the page is
 * full soon, however large the index is.
 */
export function isWalkable({ count, index }: Matched, columns: readonly SortColumn[], wanted: number): boolean {
  const [sorted] = columns;
  if (columns.length !== 1 || !sorted!.column || count === 0) return false;
  return (wanted / count) * index.slots < count * PICK_COST;
}

/** The matches in the order of a field, each found when it is asked for: value by value, and of each value the slots in their order. */
export function* walked(
  { index, bits, slots }: Matched,
  sorted: SortColumn,
  after: Place | undefined,
): Generator<number, undefined> {
  const { dictionary, postings, rows } = sorted.column!;
  const taken = emptyBits(index.slots);
  const size = sizeOf(dictionary);
  const start = after ? keyOfValue(sorted, after.sort[0] ?? null) : -Infinity;
  const tie = after ? slotBehind(index, after) : 0;
  // A slot counts where its first value stands: one that was passed before is not new.
  const isNew = (key: number, slot: number): boolean => {
    if (!hasBit(bits, slot) || hasBit(taken, slot)) return false;
    setBit(taken, slot);
    return key > start || (key === start && slot >= tie);
  };
  const descends = sorted.order === "desc";
  for (let i = rows.starts || !after ? 0 : firstStep(start, size, descends); i < size; i++) {
    const code = descends ? size - 1 - i : i;
    const key = descends ? -code : code;
    const map = mapOf(postings, code);
    if (map >= 0) for (const slot of slotsOfMap(postings, map)) if (isNew(key, slot)) yield slot;
    for (let at = listStart(postings, code), end = listStart(postings, code + 1); at < end; at++)
      if (isNew(key, postings.slots[at]!)) yield postings.slots[at]!;
  }
  for (const slot of slots()) if (rowOf(rows, slot) < 0 && (start < Infinity || slot >= tie)) yield slot;
}

/** The step of the walk where a key stands, or the first beyond it. Where slots have several values, none may be passed over. */
const firstStep = (key: number, size: number, descends: boolean): number =>
  key === Infinity ? size : Math.max(0, descends ? Math.ceil(key) + size - 1 : Math.ceil(key));
