import type { Operation } from "../../operation.ts";
import type { Outcome } from "../../store.ts";
/** Calls of `apply` on their way to disk. */
export type Commits = {
    readonly add: (operations: readonly Operation[]) => Promise<readonly Outcome[]>;
    /** Resolves when all that was added is done, well or not. */
    readonly idle: () => Promise<void>;
};
/**
 * Gathers calls into commits: what came while one was being made shares the next, and a large call is several. Between
 * two commits the thread answers what else it was asked. `commit` makes operations durable and findable, or throws, and
 * then nothing of them is.
 */
export declare function commits(commit: (operations: readonly Operation[]) => readonly Outcome[]): Commits;
