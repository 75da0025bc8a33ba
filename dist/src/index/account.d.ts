import { type Freshness, type SourceProgress } from "./freshness.ts";
import type { IndexStore } from "./store.ts";
/**
 * Keeps account of how fresh an index is: of what this process does, and of what it or others told the store before.
 *
 * - `store`: the same store, whose applied operations count.
 * - `read`: says how far a source was read.
 * - `told`: never fails; when the store cannot say, what was known before is still true.
 */
export type Account = {
    readonly store: IndexStore;
    readonly read: (progress: Omit<SourceProgress, "at">) => void;
    readonly told: () => Promise<Freshness>;
};
/** An account of a store. It never goes back, and never past now: a sender's clock may be wrong. */
export declare function accountOf(store: IndexStore, now?: () => number): Account;
