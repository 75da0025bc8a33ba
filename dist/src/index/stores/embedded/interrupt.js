export const flagDown = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
export const raise = (flag) => void Atomics.store(flag, 0, 1);
class Interrupted extends Error {
}
/** Of the search at work. **Invariant:** a search is one turn of its thread, so there is one at most. */
let current;
/** Stands wherever a search may spend long: throws when nobody waits any more, and costs next to nothing. */
export function checkpoint() {
    if (current !== undefined && Atomics.load(current, 0) !== 0)
        throw new Interrupted("nobody waits for this search");
}
/** Runs a search that this flag interrupts, where there is one. */
export function interruptible(flag, search) {
    current = flag;
    try {
        return search();
    }
    finally {
        current = undefined;
    }
}
/** What a part of a search came to, or something else when it was interrupted. */
export function unlessInterrupted(part, otherwise) {
    try {
        return { value: part(), complete: true };
    }
    catch (error) {
        if (error instanceof Interrupted)
            return { value: otherwise, complete: false };
        throw error;
    }
}
