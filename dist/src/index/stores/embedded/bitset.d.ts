/**
 * A set of slots, one bit each. Sets of one search are all as long as its domain; a bit beyond the last slot is never set,
 * so counting and complementing need no edge cases.
 */
export type Bits = Uint32Array;
/** The empty set, with room for slots below `size`. */
export declare const emptyBits: (size: number) => Bits;
export declare const hasBit: (bits: Bits, slot: number) => boolean;
export declare function setBit(bits: Bits, slot: number): void;
export declare function clearBit(bits: Bits, slot: number): void;
/** Adds to `bits` what is in `other`. */
export declare function addBits(bits: Bits, other: Bits): void;
/** What is in `bits` and not in `other`. */
export declare function without(bits: Bits, other: Bits): Bits;
export declare function countBits(bits: Bits): number;
/** Does something for each slot of a set, ascending. */
export declare function eachSlot(bits: Bits, use: (slot: number) => unknown): void;
/** The slots of a set, ascending. */
export declare function slotsIn(bits: Bits): Uint32Array;
