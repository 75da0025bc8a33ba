import { fuzzyMatcher } from "../../fuzzy.js";
import { eachSlot, emptyBits, setBit } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { ranksFrom } from "./dictionary.js";
import { checkpoint } from "./interrupt.js";
import { addPostings } from "./postings.js";
/** The codes of a column's values that are within a word's edits. */
function codesNear({ dictionary }, word) {
    if (word.edits === 0) {
        const code = codeOf(dictionary, word.text);
        return code === undefined ? [] : [code];
    }
    const near = fuzzyMatcher(word);
    const { low, high } = ranksFrom(dictionary, word.head);
    return [...dictionary.sorted.subarray(low, high)].filter((code) => {
        checkpoint();
        return near(String(dictionary.values[code]));
    });
}
/** The slots of a domain that have at least so many of a target's words; what `hasSome` says of each entry. */
export function slotsWithSome({ views }, { key, on, words, atLeast }, domain) {
    const column = views[on].get(key);
    const bits = emptyBits(domain.length * 32);
    if (!column)
        return bits;
    const counts = new Uint16Array(domain.length * 32);
    for (const word of words) {
        const having = emptyBits(domain.length * 32);
        for (const code of codesNear(column, word))
            addPostings(having, column.postings, code, domain);
        eachSlot(having, (slot) => ++counts[slot] >= atLeast && setBit(bits, slot));
    }
    return bits;
}
