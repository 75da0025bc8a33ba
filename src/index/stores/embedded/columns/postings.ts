import { hasBit, ones, setBit, spanOf, wordAt, type Bits } from "../sets/bitset.ts";
import type { Gathered } from "../sets/rows.ts";

/**
 * The slots where each code occurs. **Invariants:** those of code c are `slots[starts[c]]` up to the next start, ascending
 * and each once; without `starts` each code has one. A code with so many that a bit for every slot takes less is in
 * `mapped` (ascending) instead, its bits `width` words of `maps`, which are so many as `totals` says, and its list is empty.
 */
export type Postings = {
  readonly starts: Uint32Array | undefined;
  readonly slots: Uint32Array;
  readonly mapped: Uint32Array;
  readonly totals: Uint32Array;
  readonly maps: Uint32Array;
  readonly width: number;
};

/** A slot of a list takes 32 bits. */
const LISTED = 32;

/** Turns rows around: by counting, so that slots come out ascending. A code that a row has twice counts once. */
export function postingsOf({ slots, starts, codes }: Gathered, size: number, slotCount: number): Postings {
  const counts = new Uint32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let row = 0; row < slots.length; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const code = codes[i]!;
      if (last[code] !== row) counts[code]!++;
      last[code] = row;
    }
  }
  const width = (slotCount + 31) >>> 5;
  const mapped = Uint32Array.from(codesBeyond(counts, slotCount / LISTED));
  const totals = mapped.map((code) => counts[code]!);
  const maps = new Uint32Array(mapped.length * width);
  const mapOf = new Int32Array(size).fill(-1);
  for (const [map, code] of mapped.entries()) {
    mapOf[code] = map;
    counts[code] = 0;
  }
  const firsts = new Uint32Array(size + 1);
  for (let code = 0; code < size; code++) firsts[code + 1] = firsts[code]! + counts[code]!;
  const listed = new Uint32Array(firsts[size]!);
  const next = firsts.slice(0, size);
  last.fill(-1);
  for (let row = 0; row < slots.length; row++) {
    const slot = slots[row]!;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const code = codes[i]!;
      if (last[code] === row) continue;
      last[code] = row;
      if (mapOf[code]! < 0) listed[next[code]!++] = slot;
      else maps[mapOf[code]! * width + (slot >>> 5)]! |= 1 << (slot & 31);
    }
  }
  return {
    starts: listed.length === size && mapped.length === 0 ? undefined : firsts,
    slots: listed,
    mapped,
    totals,
    maps,
    width,
  };
}

function codesBeyond(counts: Uint32Array, limit: number): number[] {
  const codes: number[] = [];
  for (let code = 0; code < counts.length; code++) if (counts[code]! > limit) codes.push(code);
  return codes;
}

/** Where the list of a code begins in `slots`; it ends where that of the next begins. */
export const listStart = ({ starts }: Postings, code: number): number => (starts ? starts[code]! : code);

/** The place of a code, or of the first beyond it, among those that have a map. */
function mapFrom({ mapped }: Postings, code: number): number {
  let place = 0;
  while (place < mapped.length && mapped[place]! < code) place++;
  return place;
}

/** How many slots the codes from `low` up to `high` have, each counted for each of its codes. */
export function countPostings(postings: Postings, low: number, high: number): number {
  const { mapped, totals } = postings;
  let count = listStart(postings, high) - listStart(postings, low);
  for (let map = mapFrom(postings, low); map < mapped.length && mapped[map]! < high; map++) count += totals[map]!;
  return count;
}

/** How many slots each of so many codes has. */
export function countAll({ starts, mapped, totals }: Postings, size: number): Uint32Array {
  const counts = new Uint32Array(size).fill(1);
  if (starts) for (let code = 0; code < size; code++) counts[code] = starts[code + 1]! - starts[code]!;
  for (const [map, code] of mapped.entries()) counts[code] = totals[map]!;
  return counts;
}

/** What passing by the postings of the codes from `low` up to `high` costs: a word of a map, of which `span` are looked at, is as much as a slot of a list. */
export function postingsCost(postings: Postings, low: number, high: number, span: number): number {
  const maps = mapFrom(postings, high) - mapFrom(postings, low);
  return listStart(postings, high) - listStart(postings, low) + maps * span;
}

/** How many slots of a code are in a set. */
export function countWithin(postings: Postings, code: number, bits: Bits): number {
  const { slots, maps, width } = postings;
  let count = 0;
  for (let i = listStart(postings, code), end = listStart(postings, code + 1); i < end; i++)
    if (hasBit(bits, slots[i]!)) count++;
  const map = mapOf(postings, code);
  if (map < 0) return count;
  for (let i = 0, span = spanOf(bits); i < span; i++) {
    const at = wordAt(bits.used, i);
    count += ones(maps[map * width + at]! & bits.words[at]!);
  }
  return count;
}

/** Adds to a set the slots of the codes from `low` up to `high`, those within the domain. */
export function addPostings(bits: Bits, postings: Postings, low: number, high: number, domain: Bits): void {
  const { slots, maps, mapped, width } = postings;
  for (let i = listStart(postings, low), end = listStart(postings, high); i < end; i++) {
    const slot = slots[i]!;
    if (hasBit(domain, slot)) setBit(bits, slot);
  }
  for (let map = mapFrom(postings, low); map < mapped.length && mapped[map]! < high; map++) {
    for (let i = 0, span = spanOf(domain); i < span; i++) {
      const at = wordAt(domain.used, i);
      bits.words[at]! |= maps[map * width + at]! & domain.words[at]!;
    }
  }
}

/** The place of a code's map; -1 where it has a list. */
export function mapOf(postings: Postings, code: number): number {
  const map = mapFrom(postings, code);
  return postings.mapped[map] === code ? map : -1;
}

/** The slots of a map, ascending. */
export function* slotsOfMap({ maps, width }: Postings, map: number): Generator<number, undefined> {
  for (let i = 0; i < width; i++) {
    for (let word = maps[map * width + i]!; word !== 0; word &= word - 1)
      yield (i << 5) + 31 - Math.clz32(word & -word);
  }
}

/** Does something for each slot of a code, ascending, until it says that it has enough. */
export function eachPosting(postings: Postings, code: number, use: (slot: number) => boolean): boolean {
  const { slots } = postings;
  for (let i = listStart(postings, code), end = listStart(postings, code + 1); i < end; i++)
    if (use(slots[i]!)) return true;
  const map = mapOf(postings, code);
  if (map >= 0) for (const slot of slotsOfMap(postings, map)) if (use(slot)) return true;
  return false;
}
