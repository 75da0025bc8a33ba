import { numberList, push } from "./growable.js";
export const rows = () => ({ slots: numberList(), starts: numberList(), codes: numberList() });
/** Begins the row of a slot beyond all others; its codes are pushed next. */
export function beginRow({ slots, starts, codes }, slot) {
    push(slots, slot);
    push(starts, codes.length);
}
/** Where the codes of row i end. */
export const rowEnd = ({ starts, codes }, i) => i + 1 < starts.length ? starts.items[i + 1] : codes.length;
/** The row of a slot at or after row `from`; -1 when it has no values. Where every slot has some, one look is enough. */
export function rowOf({ slots }, slot, from = 0) {
    if (slots.length > slot && slots.items[slot] === slot)
        return slot;
    let low = from;
    let high = Math.min(slots.length, slot + 1);
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (slots.items[middle] < slot)
            low = middle + 1;
        else
            high = middle;
    }
    return low < slots.length && slots.items[low] === slot ? low : -1;
}
