/** How long to wait between tries, in milliseconds. */
export type Backoff = {
    readonly least: number;
    readonly most: number;
};
/**
 * Tries until it succeeds, backing off with jitter, for as long as errors say that trying again may help. When `signal`
 * aborts it waits no more: a try under way still counts if it succeeds, else it ends with the signal's reason.
 * `onFailure` is told of every failed try.
 */
export declare function retrying<T>(run: () => Promise<T>, signal: AbortSignal, onFailure: (error: Error, tries: number) => void, { least, most }?: Backoff): Promise<T>;
