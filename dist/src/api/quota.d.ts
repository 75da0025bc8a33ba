/** What one project may ask: `requests` in a minute, all at once if it likes, and `concurrent` at a time. */
export type Quota = {
    readonly requests: number;
    readonly concurrent: number;
};
/** A request that may go on, and `end`s; or how many seconds to wait. `headers` are for its answer in both cases. */
export type Turn = {
    readonly headers: Readonly<Record<string, string>>;
} & ({
    readonly wait: undefined;
    readonly end: () => void;
} | {
    readonly wait: number;
    readonly why: string;
});
/**
 * Counts what each project asks. Its fields are those of the IETF's draft-ietf-httpapi-ratelimit-headers-10: `q` requests
 * in `w` seconds; `r` of them are left, and after `t` seconds all are there again.
 */
export declare function quotas({ requests, concurrent }: Quota, now?: () => number): (p: string) => Turn;
