import type { IndexStore } from "../index/store.ts";
import type { Router } from "./router.ts";
import type { SourceRecord } from "./source.ts";
/**
 * What became of one record: `stored` (durable), `ignored` (it says nothing of a resource that we index), or `rejected`
 * with the reason, in words and without its payload.
 */
export type Handled = {
    readonly result: "stored" | "ignored";
} | {
    readonly result: "rejected";
    readonly reason: string;
};
/**
 * Records → the store, all in one call; one result for each, in their order. Resolves when everything that is `stored` is
 * durable. Nothing here waits or tries again: that is the caller's (see `worker.ts`).
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of the batch
 */
export declare function handle(records: readonly SourceRecord[], route: Router, store: Pick<IndexStore, "apply">): Promise<readonly Handled[]>;
