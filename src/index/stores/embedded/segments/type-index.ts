import type { TypeDefinition } from "../../../definition.ts";
import { clearBit, hasBit, lastingBits, type Bits } from "../sets/bitset.ts";
import { slotOfId, type Sought } from "../columns/ids.ts";
import { idColumn, type Segment } from "./segment.ts";

/**
 * A segment in use: a resource that changed or went since it was made is dead in it. **Invariant:** of all segments of a
 * type, one at most has a resource alive, and that is as it is now.
 */
export type TypeIndex = Segment & { readonly definition: TypeDefinition; readonly live: Bits; alive: number };

export const typeIndex = (definition: TypeDefinition, segment: Segment): TypeIndex => ({
  ...segment,
  definition,
  live: lastingBits(segment.slots),
  alive: segment.slots,
});

/** Forgets what is in a slot, if it is alive. */
export function kill(index: TypeIndex, slot: number): void {
  if (!hasBit(index.live, slot)) return;
  clearBit(index.live, slot);
  index.alive--;
}

/** The slot where a resource is alive; -1 when it is nowhere here. */
export function liveSlotOf(index: TypeIndex, id: Sought): number {
  const slot = slotOfId(index.ids, idColumn(index), id);
  return slot >= 0 && hasBit(index.live, slot) ? slot : -1;
}
