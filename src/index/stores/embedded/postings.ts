import { hasBit, setBit, type Bits } from "./bitset.ts";
import { numberList, push, type NumberList } from "./growable.ts";

/**
 * The slots where each code occurs. **Invariant:** ascending and each slot once, because slots are only ever added in
 * their own order. Most codes of most fields occur once: those cost no list.
 */
export type Postings = (number | NumberList)[];

/** Says that a code occurs in a slot, the newest of its codes' or the same again. */
export function addPosting(postings: Postings, code: number, slot: number): void {
  const known = postings[code];
  if (known === undefined) postings[code] = slot;
  else if (typeof known !== "number") {
    if (known.items[known.length - 1] !== slot) push(known, slot);
  } else if (known !== slot) {
    const list = (postings[code] = numberList());
    push(list, known);
    push(list, slot);
  }
}

/** How many slots a code has. */
export function countPostings(postings: Postings, code: number): number {
  const known = postings[code]!;
  return typeof known === "number" ? 1 : known.length;
}

/** The newest slot of a code. */
export function lastPosting(postings: Postings, code: number): number {
  const known = postings[code]!;
  return typeof known === "number" ? known : known.items[known.length - 1]!;
}

/** Adds a code's slots, those within the domain, to a set. */
export function addPostings(bits: Bits, postings: Postings, code: number, domain: Bits): void {
  const known = postings[code]!;
  if (typeof known === "number") {
    if (hasBit(domain, known)) setBit(bits, known);
    return;
  }
  const { items, length } = known;
  for (let i = 0; i < length; i++) {
    const slot = items[i]!;
    if (hasBit(domain, slot)) setBit(bits, slot);
  }
}
