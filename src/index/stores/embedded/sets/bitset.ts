import { scratch } from "./scratch.ts";

/**
 * A set of slots, one bit each. Sets of one search have as many words as its domain; a bit beyond the last slot is never set,
 * so counting and complementing need no edge cases. `used`: the only words that may be other than 0, ascending; without it any may.
 * What a small project has is in few words of a large segment's, and nothing else is passed by (see `trimmed`).
 */
export type Bits = { readonly words: Uint32Array; readonly used: Uint32Array | undefined };

/** The empty set, with room for slots below `size`; for the search at work (see `scratch`), as all sets that are made of sets. */
export const emptyBits = (size: number): Bits => ({ words: scratch((size + 31) >>> 5), used: undefined });

/** The empty set, with room for what is in another. */
export const emptyWithin = ({ words, used }: Bits): Bits => ({ words: scratch(words.length), used });

/** The set of all slots below `size`, of words that are 0. */
function filled(words: Uint32Array, size: number): Bits {
  words.fill(0xffffffff);
  if (size % 32 !== 0) words[words.length - 1] = 2 ** (size % 32) - 1;
  return { words, used: undefined };
}

/** The set of all slots below `size`, for the search at work. */
export const fullBits = (size: number): Bits => filled(emptyBits(size).words, size);

/** The set of all slots below `size`, for good. */
export const lastingBits = (size: number): Bits => filled(new Uint32Array((size + 31) >>> 5), size);

/** How many slots a set has room for. */
export const roomOf = ({ words }: Bits): number => words.length * 32;

/** How many words are passed by to look at a whole set. */
export const spanOf = ({ words, used }: Bits): number => (used ?? words).length;
/** Which word is the i-th of those. */
export const wordAt = (used: Uint32Array | undefined, i: number): number => (used ? used[i]! : i);

export const hasBit = ({ words }: Bits, slot: number): boolean => (words[slot >>> 5]! & (1 << (slot & 31))) !== 0;

export function setBit({ words }: Bits, slot: number): void {
  words[slot >>> 5]! |= 1 << (slot & 31);
}

export function clearBit({ words }: Bits, slot: number): void {
  words[slot >>> 5]! &= ~(1 << (slot & 31));
}

/** Adds to `bits` what is in `other`, for which there is room. */
export function addBits({ words, used }: Bits, other: Bits): void {
  const sooner = other.used ?? used;
  for (let i = 0, span = (sooner ?? words).length; i < span; i++) {
    const at = wordAt(sooner, i);
    words[at]! |= other.words[at]!;
  }
}

/** The same set, to be changed. */
export function copied(bits: Bits): Bits {
  const copy = emptyWithin(bits);
  addBits(copy, bits);
  return copy;
}

/** What is in both of two sets. */
export function common(bits: Bits, other: Bits): Bits {
  const both = emptyWithin(bits.used ? bits : other);
  for (let i = 0, span = spanOf(both); i < span; i++) {
    const at = wordAt(both.used, i);
    both.words[at] = bits.words[at]! & other.words[at]!;
  }
  return both;
}

/** What is in `bits` and not in `other`. */
export function without(bits: Bits, other: Bits): Bits {
  const rest = emptyWithin(bits);
  for (let i = 0, span = spanOf(bits); i < span; i++) {
    const at = wordAt(bits.used, i);
    rest.words[at] = bits.words[at]! & ~other.words[at]!;
  }
  return rest;
}

/** A set whose words are mostly 0, such that these are passed over, in it and in what is made within it. */
export function trimmed(bits: Bits): Bits {
  const { words } = bits;
  const used = scratch(words.length);
  let n = 0;
  for (let i = 0; i < words.length; i++) if (words[i] !== 0) used[n++] = i;
  return n * 2 > words.length ? bits : { words, used: used.subarray(0, n) };
}

/** How many bits of a word are set. */
export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function isEmpty({ words, used }: Bits): boolean {
  for (let i = 0, span = (used ?? words).length; i < span; i++) if (words[wordAt(used, i)] !== 0) return false;
  return true;
}

export function countBits({ words, used }: Bits): number {
  let count = 0;
  for (let i = 0, span = (used ?? words).length; i < span; i++) count += ones(words[wordAt(used, i)]!);
  return count;
}

/** Does something for each slot of a set, ascending. */
export function eachSlot({ words, used }: Bits, use: (slot: number) => unknown): void {
  for (let i = 0, span = (used ?? words).length; i < span; i++) {
    const at = wordAt(used, i);
    for (let word = words[at]!; word !== 0; word &= word - 1) use((at << 5) + 31 - Math.clz32(word & -word));
  }
}

/** The first slots of a set that are not below `from`, as many as wanted. */
export function firstSlotsIn({ words, used }: Bits, wanted: number, from = 0): Uint32Array {
  const slots: number[] = [];
  const first = from >>> 5;
  for (let i = used ? 0 : first, span = (used ?? words).length; i < span && slots.length < wanted; i++) {
    const at = wordAt(used, i);
    if (at < first) continue;
    let word = words[at]!;
    if (at === first) word &= -1 << (from & 31);
    for (; word !== 0 && slots.length < wanted; word &= word - 1) slots.push((at << 5) + 31 - Math.clz32(word & -word));
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
