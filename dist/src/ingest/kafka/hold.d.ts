import type { Logger } from "../../log.ts";
import type { SourceRecord } from "../source.ts";
import type { Handover } from "./handover.ts";
/**
 * How to keep records while the worker has them. `beat` tells the group that we live, every `every` milliseconds, and
 * rejects when the partition is no longer ours. `commit` is done at the acknowledgement, unless `ours` says no by then.
 */
export type Holding = {
    readonly records: readonly SourceRecord[];
    readonly beat: () => Promise<void>;
    readonly every: number;
    readonly ours: () => boolean;
    readonly commit: () => Promise<void>;
    /** Resolves when we leave the group: then records still in hand are given up. */
    readonly left: Promise<void>;
    readonly handover: Handover;
    readonly log: Logger;
};
/**
 * Hands records over and waits for as long as it takes. True: acknowledged and committed. False: they come again.
 * An acknowledgement never fails, for what it says is true whoever has the partition by then.
 *
 * @throws what `beat` or `commit` did: the group has to be joined again
 */
export declare const hold: (holding: Holding) => Promise<boolean>;
