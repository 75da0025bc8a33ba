import { encode } from "./code-table.js";
import { dictionary } from "./dictionary.js";
import { push } from "./growable.js";
import { addPosting } from "./postings.js";
import { beginRow, rowEnd, rows } from "./rows.js";
export const column = () => ({ dictionary: dictionary(), postings: [], rows: rows() });
/** Gives a slot beyond all others its values; a slot without any is not mentioned. */
export function addValues({ dictionary, postings, rows }, slot, values) {
    if (values.length === 0)
        return;
    beginRow(rows, slot);
    for (const value of values) {
        const code = encode(dictionary, value);
        push(rows.codes, code);
        addPosting(postings, code, slot);
    }
}
/** A slot that is no more. */
export const GONE = 0xffffffff;
/** The column with its slots renumbered (ascending still), without those that are gone and the values only they had. */
export function compactColumn(old, moved) {
    const fresh = column();
    const recoded = new Int32Array(old.dictionary.values.length).fill(-1);
    for (let row = 0; row < old.rows.slots.length; row++) {
        const slot = moved[old.rows.slots.items[row]];
        if (slot === GONE)
            continue;
        beginRow(fresh.rows, slot);
        for (let i = old.rows.starts.items[row]; i < rowEnd(old.rows, row); i++) {
            const was = old.rows.codes.items[i];
            if (recoded[was] === -1)
                recoded[was] = encode(fresh.dictionary, old.dictionary.values[was]);
            push(fresh.rows.codes, recoded[was]);
            addPosting(fresh.postings, recoded[was], slot);
        }
    }
    return fresh;
}
