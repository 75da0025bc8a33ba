import pRetry from "p-retry";
import { isRetryable, messageOf, SearchlightError } from "../errors.js";
const MAX_BYTES = 32 * 2 ** 20;
async function textOf(response, url, maxBytes) {
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    // fetch's own type of a body is a stream that can be iterated, which the DOM's type does not say.
    for await (const chunk of (response.body ?? [])) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes)
            throw new SearchlightError("too-large", `${url.origin}${url.pathname} answered with more than ${maxBytes} bytes`);
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
/**
 * Asks once. Redirects are not followed: a token goes nowhere but where it was sent.
 *
 * @throws SearchlightError `service-failed` (no connection, 429, 5xx, or no JSON), `timed-out`, `too-large`
 */
export async function call({ method = "GET", url, headers, body, seconds = 30, ...rest }) {
    const where = `${url.origin}${url.pathname}`;
    const limit = AbortSignal.timeout(seconds * 1000);
    const started = performance.now();
    try {
        const response = await fetch(url, {
            method,
            headers: { Accept: "application/json", ...headers, ...(body ? { "Content-Type": "application/json" } : {}) },
            body: body ? JSON.stringify(body) : null,
            redirect: "manual",
            signal: rest.signal ? AbortSignal.any([limit, rest.signal]) : limit,
        });
        const text = await textOf(response, url, rest.maxBytes ?? MAX_BYTES);
        if (response.status === 429 || response.status >= 500)
            throw new SearchlightError("service-failed", `${where} answered ${response.status}: try again later`);
        const read = text === "" || !response.ok ? null : JSON.parse(text);
        return { status: response.status, headers: response.headers, body: read, elapsed: performance.now() - started };
    }
    catch (error) {
        rest.signal?.throwIfAborted();
        if (error instanceof SearchlightError)
            throw error;
        if (limit.aborted)
            throw new SearchlightError("timed-out", `${where} did not answer within ${seconds} s: try again later`);
        if (error instanceof SyntaxError)
            throw new SearchlightError("service-failed", `${where} did not answer with JSON: is it the right address?`);
        const { cause } = error;
        throw new SearchlightError("service-failed", `${where} cannot be reached (${messageOf(cause ?? error)})`);
    }
}
/** Asks, and asks again while trying again may help: up to `retries` times, waiting longer each time. */
export const callAgain = (what, retries = 4) => pRetry(() => call(what), {
    retries,
    minTimeout: 300,
    maxTimeout: 5000,
    randomize: true,
    shouldRetry: ({ error }) => isRetryable(error),
    ...(what.signal ? { signal: what.signal } : {}),
});
