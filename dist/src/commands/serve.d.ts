import type { Config, StaticToken } from "../config.ts";
import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
/** What a process does: answer, take in, or both; and whose tokens it knows without asking Keystone. */
export type Duties = {
    readonly api: boolean;
    readonly ingest: boolean;
    readonly tokens: readonly StaticToken[];
};
/**
 * Runs the service until the signal aborts, then finishes what is in hand and closes everything in order. `prepare` gets
 * the store before anything is served; `ready` is told the address once the API answers.
 *
 * @throws whatever ends a duty early: the process should end with it, and be started again
 */
export declare function serve(config: Config, duties: Duties, signal: AbortSignal, { prepare, ready, }?: {
    prepare?: (store: IndexStore, deadLetters: DeadLetters) => Promise<void>;
    ready?: (url: string, store: IndexStore) => Promise<void>;
}): Promise<void>;
