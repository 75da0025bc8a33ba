import { compareBytes, bytesOf } from "./ordered-text.ts";
import type { Column } from "./column.ts";

/**
 * Finds the slot of an id at once: a hash table. **Invariants:** a place that is taken holds slot + 1 in as many bits as count
 * the places, and what the id's hash has in the others, so that another id is hardly ever looked at; 0 is free; half are at
 * least. Segments of a type have one `seed`, which nobody knows, so that nobody can choose ids that all fall in one place.
 */
export type Ids = { readonly places: Uint32Array; readonly seed: number };

export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

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
export function idsOf(
  { dictionary: { starts, bytes }, rows: { codes } }: Column,
  slotCount: number,
  seed: number,
): Ids {
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(slotCount * 2 + 1)));
  const mask = places.length - 1;
  for (let slot = 0; slot < slotCount; slot++) {
    const code = codes[slot]!;
    const hash = hashOf(bytes, starts[code]!, starts[code + 1]!, seed);
    let place = hash & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = (hash & ~mask) | (slot + 1);
  }
  return { places, seed };
}

/** An id that is looked for in one segment after the other: hashed anew only where the seed is another. */
export type Sought = { readonly bytes: Buffer; seed: number; hash: number };

export function sought(id: string): Sought {
  const bytes = bytesOf(id);
  return { bytes, seed: 0, hash: hashOf(bytes, 0, bytes.length, 0) };
}

/** The slot of an id; -1 when no slot has it. */
export function slotOfId(
  { places, seed }: Ids,
  { dictionary: { starts, bytes }, rows: { codes } }: Column,
  wanted: Sought,
): number {
  const length = wanted.bytes.length;
  if (wanted.seed !== seed) Object.assign(wanted, { seed, hash: hashOf(wanted.bytes, 0, length, seed) });
  const { hash } = wanted;
  const mask = places.length - 1;
  for (let place = hash & mask; places[place] !== 0; place = (place + 1) & mask) {
    const taken = places[place]!;
    if (((taken ^ hash) & ~mask) !== 0) continue;
    const slot = (taken & mask) - 1;
    const code = codes[slot]!;
    if (compareBytes(bytes, starts[code]!, starts[code + 1]!, wanted.bytes, 0, length) === 0) return slot;
  }
  return -1;
}
