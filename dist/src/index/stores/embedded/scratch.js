/**
 * Large arrays for the time of one search. Allocated anew, they would make the collector walk the whole index every few
 * searches, which takes longer than most searches do. **Invariant:** a search is one turn of its thread, so all that is
 * lent out is its own.
 */
const free = [];
const lent = [];
/** An array of zeros that is the search's own until `giveBack`. */
export function borrow(length) {
    const found = free.pop();
    const array = found && found.length >= length ? found : new Float64Array(Math.ceil(length * 1.25));
    lent.push(array);
    return array.subarray(0, length).fill(0);
}
/** The search is over: nothing that was borrowed is looked at any more. */
export const giveBack = () => void free.push(...lent.splice(0));
