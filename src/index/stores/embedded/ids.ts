import { compareBytes, bytesOf } from "./ordered-text.ts";
import type { Column } from "./column.ts";

/**
 * Finds the slot of an id at once: a hash table of slots. **Invariant:** `places` holds slot + 1, or 0 where it is free, and
 * is at most half full. `seed` is the segment's own, so that nobody can choose names that all fall in one place.
 */
export type Ids = { readonly places: Uint32Array; readonly seed: number };

function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ bytes[i]!, 0xcc9e2d51);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The table of a column of ids, of which every slot has one. */
export function idsOf({ dictionary: { starts, bytes }, rows: { codes } }: Column, slotCount: number): Ids {
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(slotCount * 2 + 1)));
  const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
  const mask = places.length - 1;
  for (let slot = 0; slot < slotCount; slot++) {
    const code = codes[slot]!;
    let place = hashOf(bytes, starts[code]!, starts[code + 1]!, seed) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = slot + 1;
  }
  return { places, seed };
}

/** The slot of an id; -1 when no slot has it. */
export function slotOfId(
  { places, seed }: Ids,
  { dictionary: { starts, bytes }, rows: { codes } }: Column,
  id: string,
): number {
  const wanted = bytesOf(id);
  const mask = places.length - 1;
  for (let place = hashOf(wanted, 0, wanted.length, seed) & mask; places[place] !== 0; place = (place + 1) & mask) {
    const slot = places[place]! - 1;
    const code = codes[slot]!;
    if (compareBytes(bytes, starts[code]!, starts[code + 1]!, wanted, 0, wanted.length) === 0) return slot;
  }
  return -1;
}
