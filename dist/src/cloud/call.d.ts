/** One request to a service. `seconds` and `maxBytes` bound the whole of its answer. */
export type Call = {
    readonly method?: "GET" | "POST";
    readonly url: URL;
    readonly headers: {
        readonly [name: string]: string;
    };
    readonly body?: unknown;
    readonly seconds?: number;
    readonly maxBytes?: number;
    readonly signal?: AbortSignal | undefined;
};
/** An answer below 500: its JSON, or null where it has none. `elapsed` is milliseconds since the request was begun. */
export type Answer = {
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
    readonly elapsed: number;
};
/**
 * Asks once. Redirects are not followed: a token goes nowhere but where it was sent.
 *
 * @throws SearchlightError `service-failed` (no connection, 429, 5xx, or no JSON), `timed-out`, `too-large`
 */
export declare function call({ method, url, headers, body, seconds, ...rest }: Call): Promise<Answer>;
/** Asks, and asks again while trying again may help: up to `retries` times, waiting longer each time. */
export declare const callAgain: (what: Call, retries?: number) => Promise<Answer>;
