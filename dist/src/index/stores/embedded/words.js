import { emptyBits, setBit, slotsIn } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { ranksFrom } from "./dictionary.js";
import { addPostings } from "./postings.js";
import { rowEnd, rowOf } from "./rows.js";
const UNKNOWN = -1;
/** The slots of a domain whose words of this column stand as the mode says; what `hasWords` says of each entry. */
export function slotsWithWords(column, words, mode, domain) {
    const codes = words.map((word) => codeOf(column.dictionary, word) ?? UNKNOWN);
    if (mode === "any")
        return withAny(column, codes.filter((code) => code !== UNKNOWN), domain);
    const head = mode === "prefix" ? codes.slice(0, -1) : codes;
    if (head.includes(UNKNOWN))
        return emptyBits(domain.length * 32);
    let left = domain;
    for (const code of new Set(head))
        left = withAny(column, [code], left);
    if (mode === "all" || (mode === "phrase" && head.length === 1))
        return left;
    if (mode === "phrase")
        return standing(column, left, head);
    const tails = startingWith(column, words.at(-1));
    const bits = withAny(column, tails, left);
    return head.length === 0 ? bits : standing(column, bits, head, new Set(tails));
}
function withAny({ postings }, codes, domain) {
    const bits = emptyBits(domain.length * 32);
    for (const code of codes)
        addPostings(bits, postings, code, domain);
    return bits;
}
function startingWith({ dictionary }, prefix) {
    const { low, high } = ranksFrom(dictionary, prefix);
    return dictionary.sorted.subarray(low, high);
}
/** Of the candidates, those where the head's codes stand side by side, and one of the tails after them if tails are asked for. */
function standing({ rows }, candidates, head, tails) {
    const bits = emptyBits(candidates.length * 32);
    const codes = rows.codes.items;
    const length = head.length + (tails ? 1 : 0);
    const standsAt = (at) => head.every((code, i) => codes[at + i] === code) && (!tails || tails.has(codes[at + head.length]));
    let row = 0;
    for (const slot of slotsIn(candidates)) {
        row = rowOf(rows, slot, row);
        const last = rowEnd(rows, row) - length;
        for (let at = rows.starts.items[row]; at <= last; at++) {
            if (!standsAt(at))
                continue;
            setBit(bits, slot);
            break;
        }
    }
    return bits;
}
