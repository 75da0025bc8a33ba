import { scratch } from "./scratch.ts";

/**
 * A set of slots, one bit each. Sets of one search are all as long as its domain; a bit beyond the last slot is never set,
 * so counting and complementing need no edge cases.
 */
export type Bits = Uint32Array;

/** The empty set, with room for slots below `size`; for the search at work (see `scratch`), as all sets that are made of sets. */
export const emptyBits = (size: number): Bits => scratch((size + 31) >>> 5);

function filled(bits: Bits, size: number): Bits {
  bits.fill(0xffffffff);
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1;
  return bits;
}

/** The set of all slots below `size`, for the search at work. */
export const fullBits = (size: number): Bits => filled(emptyBits(size), size);

/** The set of all slots below `size`, for good. */
export const lastingBits = (size: number): Bits => filled(new Uint32Array((size + 31) >>> 5), size);

export const hasBit = (bits: Bits, slot: number): boolean => (bits[slot >>> 5]! & (1 << (slot & 31))) !== 0;

export function setBit(bits: Bits, slot: number): void {
  bits[slot >>> 5]! |= 1 << (slot & 31);
}

export function clearBit(bits: Bits, slot: number): void {
  bits[slot >>> 5]! &= ~(1 << (slot & 31));
}

/** Adds to `bits` what is in `other`. */
export function addBits(bits: Bits, other: Bits): void {
  for (let i = 0; i < bits.length; i++) bits[i]! |= other[i]!;
}

/** The same set, to be changed. */
export function copied(bits: Bits): Bits {
  const copy = scratch(bits.length);
  copy.set(bits);
  return copy;
}

/** What is in both of two sets. */
export function common(bits: Bits, other: Bits): Bits {
  const both = scratch(bits.length);
  for (let i = 0; i < both.length; i++) both[i] = bits[i]! & other[i]!;
  return both;
}

/** What is in `bits` and not in `other`. */
export function without(bits: Bits, other: Bits): Bits {
  const rest = scratch(bits.length);
  for (let i = 0; i < rest.length; i++) rest[i] = bits[i]! & ~other[i]!;
  return rest;
}

/** How many bits of a word are set. */
export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false;
  return true;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += ones(bits[i]!);
  return count;
}

/** Does something for each slot of a set, ascending. */
export function eachSlot(bits: Bits, use: (slot: number) => unknown): void {
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i]!; word !== 0; word &= word - 1) use((i << 5) + 31 - Math.clz32(word & -word));
  }
}

/** The first slots of a set that are not below `from`, as many as wanted. */
export function firstSlotsIn(bits: Bits, wanted: number, from = 0): Uint32Array {
  const slots: number[] = [];
  for (let i = from >>> 5; i < bits.length && slots.length < wanted; i++) {
    let word = bits[i]!;
    if (i === from >>> 5) word &= -1 << (from & 31);
    for (; word !== 0 && slots.length < wanted; word &= word - 1) slots.push((i << 5) + 31 - Math.clz32(word & -word));
  }
  return Uint32Array.from(slots);
}

/** The slots of a set, ascending. */
export function slotsIn(bits: Bits): Uint32Array {
  const slots = scratch(countBits(bits));
  let n = 0;
  eachSlot(bits, (slot) => (slots[n++] = slot));
  return slots;
}
