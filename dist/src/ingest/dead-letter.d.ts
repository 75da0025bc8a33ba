import type { SourceRecord } from "./source.ts";
/**
 * A record that cannot be used, why (in words, never with its payload), and its bytes as they came; `cut` says how much of
 * them is left where they did not fit.
 */
export type DeadLetter = {
    readonly record: SourceRecord;
    readonly reason: string;
    readonly cut?: string;
};
/** A dead letter as it is kept: by what name, and since when (milliseconds since 1970). */
export type KeptLetter = DeadLetter & {
    readonly id: string;
    readonly at: number;
};
/** The port to where unusable records are kept. `test/ingest/dead-letters-contract.ts` is its specification. */
export interface DeadLetters {
    /** Resolves when the letters are durable; only then may their batch be acknowledged. */
    put(letters: readonly DeadLetter[]): Promise<void>;
    /** The letters that are there now, oldest first; in a topic of several partitions, of each. */
    all(): AsyncIterable<KeptLetter>;
    /** Forgets a letter and all that are older: in a topic, older in its partition. */
    forgetThrough(letter: KeptLetter): Promise<void>;
    close(): Promise<void>;
}
