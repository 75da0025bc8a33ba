import pRetry from "p-retry";
import { SearchlightError } from "../../../../errors.ts";

/** How long what somebody waits for tries again, in milliseconds: long enough for a connection that was lost. */
export const READ_PATIENCE = 1000;

/** Tries again while the cluster is away or busy, backing off with jitter, for so many milliseconds; then it throws the last. */
export const patiently = <T>(run: () => Promise<T>, milliseconds: number): Promise<T> =>
  pRetry(run, {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: milliseconds,
    minTimeout: 20,
    maxTimeout: 3000,
    randomize: true,
    shouldRetry: ({ error }) => error instanceof SearchlightError && error.code === "store-unavailable",
  });
