import pRetry from "p-retry";
import { isRetryable } from "../errors.js";
/** A quarter of a second at first, doubling with jitter up to half a minute. */
const BACKOFF = { least: 250, most: 30_000 };
/**
 * Tries until it succeeds, backing off with jitter, for as long as errors say that trying again may help. When `signal`
 * aborts it waits no more: a try under way still counts if it succeeds, else it ends with the signal's reason.
 * `onFailure` is told of every failed try.
 */
export async function retrying(run, signal, onFailure, { least, most } = BACKOFF) {
    const succeeded = []; // p-retry forgets a success that comes after the signal; what was done must not be
    const attempt = async () => void succeeded.push(await run());
    try {
        await pRetry(attempt, {
            retries: Number.POSITIVE_INFINITY,
            factor: 2,
            randomize: true,
            minTimeout: least,
            maxTimeout: most,
            signal,
            shouldRetry: ({ error }) => isRetryable(error),
            onFailedAttempt: ({ error, attemptNumber }) => onFailure(error, attemptNumber),
        });
    }
    catch (error) {
        if (succeeded.length === 0)
            throw error;
    }
    return succeeded[0];
}
