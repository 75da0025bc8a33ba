/** The empty set, with room for slots below `size`. */
export const emptyBits = (size) => new Uint32Array((size + 31) >>> 5);
export const hasBit = (bits, slot) => (bits[slot >>> 5] & (1 << (slot & 31))) !== 0;
export function setBit(bits, slot) {
    bits[slot >>> 5] |= 1 << (slot & 31);
}
export function clearBit(bits, slot) {
    bits[slot >>> 5] &= ~(1 << (slot & 31));
}
/** Adds to `bits` what is in `other`. */
export function addBits(bits, other) {
    for (let i = 0; i < bits.length; i++)
        bits[i] |= other[i];
}
/** What is in `bits` and not in `other`. */
export function without(bits, other) {
    const rest = new Uint32Array(bits.length);
    for (let i = 0; i < rest.length; i++)
        rest[i] = bits[i] & ~other[i];
    return rest;
}
function ones(word) {
    let n = word - ((word >>> 1) & 0x55555555);
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
export function countBits(bits) {
    let count = 0;
    for (let i = 0; i < bits.length; i++)
        count += ones(bits[i]);
    return count;
}
/** Does something for each slot of a set, ascending. */
export function eachSlot(bits, use) {
    for (let i = 0; i < bits.length; i++) {
        for (let word = bits[i]; word !== 0; word &= word - 1)
            use((i << 5) + 31 - Math.clz32(word & -word));
    }
}
/** The slots of a set, ascending. */
export function slotsIn(bits) {
    const slots = new Uint32Array(countBits(bits));
    let n = 0;
    eachSlot(bits, (slot) => (slots[n++] = slot));
    return slots;
}
