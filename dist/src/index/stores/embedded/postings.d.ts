import { type Bits } from "./bitset.ts";
import { type NumberList } from "./growable.ts";
/**
 * The slots where each code occurs. **Invariant:** ascending and each slot once, because slots are only ever added in
 * their own order. Most codes of most fields occur once: those cost no list.
 */
export type Postings = (number | NumberList)[];
/** Says that a code occurs in a slot, the newest of its codes' or the same again. */
export declare function addPosting(postings: Postings, code: number, slot: number): void;
/** How many slots a code has. */
export declare function countPostings(postings: Postings, code: number): number;
/** The newest slot of a code. */
export declare function lastPosting(postings: Postings, code: number): number;
/** Adds a code's slots, those within the domain, to a set. */
export declare function addPostings(bits: Bits, postings: Postings, code: number, domain: Bits): void;
