/**
 * Runs over a list in slices, some at once. When one fails no more are begun; what is under way ends before it rejects,
 * so that nothing goes on behind the caller's back.
 */
export declare function inSlices<T>(list: readonly T[], { size, atOnce }: {
    readonly size: number;
    readonly atOnce: number;
}, run: (slice: readonly T[]) => Promise<void>): Promise<void>;
