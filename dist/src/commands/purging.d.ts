import type { IndexStore } from "../index/store.ts";
import type { Logger } from "../log.ts";
/** Forgets tombstones older than this many days, now and every six hours, until the signal aborts. */
export declare function purging(store: IndexStore, days: number, log: Logger, signal: AbortSignal): Promise<void>;
