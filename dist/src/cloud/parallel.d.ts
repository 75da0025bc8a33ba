/** Does something for every item, at most `width` at a time. The first failure is thrown once the others have stopped. */
export declare function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void>;
