import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "./dead-letter.ts";
import type { Router } from "./router.ts";
/** What became of letters that were tried again. */
export type Revived = {
    stored: number;
    ignored: number;
    rejected: number;
};
export type ReviveParts = {
    readonly route: Router;
    readonly store: Pick<IndexStore, "apply">;
    readonly deadLetters: Pick<DeadLetters, "put" | "all" | "forgetThrough">;
    /** Told the counts after every batch. */
    readonly onBatch?: (counts: Revived) => void;
};
/**
 * Tries every dead letter again. One that is rejected again is put anew, with its new reason, before the old ones are
 * forgotten: whenever this ends early, no letter is lost, and trying again does no harm.
 *
 * @throws SearchlightError `store-unavailable`, `service-failed`: nothing is lost; run it again
 */
export declare function revive(parts: ReviveParts): Promise<Revived>;
