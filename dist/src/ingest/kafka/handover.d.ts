import type { Batch } from "../source.ts";
/**
 * Where those who push batches meet the one who pulls them. It holds one batch at most: memory stays bounded, and nobody
 * pushes the next before the last is acknowledged or withdrawn.
 */
export type Handover = {
    readonly offer: (batch: Batch) => void;
    /** Takes back a batch that nobody took yet. */
    readonly withdraw: (batch: Batch) => void;
    /** Batches as they are offered, until `signal` aborts. */
    readonly taken: (signal: AbortSignal) => AsyncGenerator<Batch, void>;
};
/** An empty handover. */
export declare const createHandover: () => Handover;
