import { hasBit, setBit } from "./bitset.js";
import { numberList, push } from "./growable.js";
/** Says that a code occurs in a slot, the newest of its codes' or the same again. */
export function addPosting(postings, code, slot) {
    const known = postings[code];
    if (known === undefined)
        postings[code] = slot;
    else if (typeof known !== "number") {
        if (known.items[known.length - 1] !== slot)
            push(known, slot);
    }
    else if (known !== slot) {
        const list = (postings[code] = numberList());
        push(list, known);
        push(list, slot);
    }
}
/** How many slots a code has. */
export function countPostings(postings, code) {
    const known = postings[code];
    return typeof known === "number" ? 1 : known.length;
}
/** The newest slot of a code. */
export function lastPosting(postings, code) {
    const known = postings[code];
    return typeof known === "number" ? known : known.items[known.length - 1];
}
/** Adds a code's slots, those within the domain, to a set. */
export function addPostings(bits, postings, code, domain) {
    const known = postings[code];
    if (typeof known === "number") {
        if (hasBit(domain, known))
            setBit(bits, known);
        return;
    }
    const { items, length } = known;
    for (let i = 0; i < length; i++) {
        const slot = items[i];
        if (hasBit(domain, slot))
            setBit(bits, slot);
    }
}
