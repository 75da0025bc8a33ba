/** A search's stop sign, in memory that both threads see: who waits for the answer raises it, who makes the answer looks. */
export type Flag = Int32Array<SharedArrayBuffer>;
export declare const flagDown: () => Flag;
export declare const raise: (flag: Flag) => void;
/** Stands wherever a search may spend long: throws when nobody waits any more, and costs next to nothing. */
export declare function checkpoint(): void;
/** Runs a search that this flag interrupts, where there is one. */
export declare function interruptible<T>(flag: Flag | undefined, search: () => T): T;
/** What a part of a search came to, or something else when it was interrupted. */
export declare function unlessInterrupted<T>(part: () => T, otherwise: T): {
    readonly value: T;
    readonly complete: boolean;
};
