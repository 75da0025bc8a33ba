import { type SyncReport } from "../cloud/sync.ts";
import type { Config } from "../config.ts";
/**
 * Asks the services what exists and makes the index say so. `types` empty means all; `believeEmpty` lets an empty listing
 * remove everything of its type.
 */
export declare function sync(config: Config, types: readonly string[], { believeEmpty, signal }: {
    believeEmpty: boolean;
    signal: AbortSignal;
}): Promise<SyncReport>;
/** A report for people: a line for each type, then what went wrong. */
export declare const reportText: ({ types, complete }: SyncReport) => string;
