import type { IndexStore } from "../index/store.ts";
import type { Logger } from "../log.ts";
import type { DeadLetters } from "./dead-letter.ts";
import { type Backoff } from "./retry.ts";
import type { Router } from "./router.ts";
import type { NotificationSource } from "./source.ts";
/** How many records came to which end, since the worker started. */
export type Counts = {
    read: number;
    stored: number;
    ignored: number;
    rejected: number;
};
/** What a worker is made of. `onBatch` is told the counts after each acknowledged batch. */
export type WorkerParts = {
    readonly source: NotificationSource;
    readonly route: Router;
    readonly store: Pick<IndexStore, "apply">;
    readonly deadLetters: Pick<DeadLetters, "put">;
    readonly log: Logger;
    readonly onBatch?: (counts: Counts) => void;
    readonly backoff?: Backoff;
};
/**
 * The loop: read, store, bury what is dead, acknowledge. Each line is a delivery guarantee. Ends when the source does, or
 * when `signal` aborts: then the batch in hand is finished if the store answers, else given back unacknowledged.
 */
export declare function work({ source, route, store, deadLetters, log, onBatch, backoff }: WorkerParts, signal: AbortSignal): Promise<Counts>;
