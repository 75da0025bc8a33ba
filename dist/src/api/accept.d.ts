/** What became of one posted notification; a rejected one will never fit, however often it is posted. */
export type Accepted = {
    readonly result: "stored" | "ignored";
} | {
    readonly result: "rejected";
    readonly reason: string;
};
/**
 * The port to whoever takes notifications in. Resolves, with one result for each and in their order, when all that is
 * `stored` is durable.
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of any: post all of them again
 */
export type Accept = (posted: readonly {
    readonly value: Uint8Array;
}[]) => Promise<readonly Accepted[]>;
