/** How long what somebody waits for tries again, in milliseconds: long enough for a connection that was lost. */
export declare const READ_PATIENCE = 1000;
/** Tries again while the cluster is away or busy, backing off with jitter, for so many milliseconds; then it throws the last. */
export declare const patiently: <T>(run: () => Promise<T>, milliseconds: number) => Promise<T>;
