type Turns = <T>(start: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
/**
 * Lets `most` run at a time and the others wait, first come first served. One whose signal aborts while it waits is never
 * started: a caller that left costs nothing more.
 */
export declare function turns(most: number): Turns;
export {};
