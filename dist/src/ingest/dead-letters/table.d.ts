import type { DeadLetters } from "../dead-letter.ts";
/**
 * Dead letters as rows of `dead-letters.db` in a directory; without one, in memory only. `put_at` and `timestamp` are
 * milliseconds since 1970; `value` is the record's bytes as they came. All letters of a `put` are on disk, or none is.
 *
 * @throws SearchlightError `store-unavailable` when the disk does not take them
 */
export declare function tableDeadLetters({ directory }: {
    readonly directory?: string;
}): DeadLetters;
