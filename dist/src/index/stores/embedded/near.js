import { standNear } from "../../near.js";
import { GAP } from "../../text.js";
import { emptyBits, setBit, slotsIn } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { checkpoint } from "./interrupt.js";
import { rowEnd, rowOf } from "./rows.js";
import { slotsWithWords } from "./words.js";
/** The slots of a domain where these words of a column stand near each other; what `hasNear` says of each entry. */
export function slotsWithNear(column, { words, slop }, domain) {
    const { rows, dictionary } = column;
    const bits = emptyBits(domain.length * 32);
    const codes = words.map((word) => codeOf(dictionary, word) ?? -1);
    const gap = codeOf(dictionary, GAP);
    let row = 0;
    for (const slot of slotsIn(slotsWithWords(column, words, "all", domain))) {
        checkpoint();
        row = rowOf(rows, slot, row);
        const part = { start: rows.starts.items[row], end: rowEnd(rows, row), gap };
        if (standNear(rows.codes.items, part, codes, slop))
            setBit(bits, slot);
    }
    return bits;
}
