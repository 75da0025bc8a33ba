/** A search's stop sign, in memory that both threads see: who waits for the answer raises it, who makes the answer looks. */
export type Flag = Int32Array<SharedArrayBuffer>;

export const flagDown = (): Flag => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
export const raise = (flag: Flag): void => void Atomics.store(flag, 0, 1);

class Interrupted extends Error {}

/** Of the search at work. **Invariant:** a search is one turn of its thread, so there is one at most. */
let current: Flag | undefined;

/** Stands wherever a search may spend long: throws when nobody waits any more, and costs next to nothing. */
export function checkpoint(): void {
  if (current !== undefined && Atomics.load(current, 0) !== 0) throw new Interrupted("nobody waits for this search");
}

/** Runs a search that this flag interrupts, where there is one. */
export function interruptible<T>(flag: Flag | undefined, search: () => T): T {
  current = flag;
  try {
    return search();
  } finally {
    current = undefined;
  }
}

/** What a part of a search came to, or something else when it was interrupted. */
export function unlessInterrupted<T>(part: () => T, otherwise: T): { readonly value: T; readonly complete: boolean } {
  try {
    return { value: part(), complete: true };
  } catch (error) {
    if (error instanceof Interrupted) return { value: otherwise, complete: false };
    throw error;
  }
}
