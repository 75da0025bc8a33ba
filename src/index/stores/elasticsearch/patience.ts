import pRetry from "p-retry";
import { isRetryable } from "../../../errors.ts";

/** Tries again while errors say that it may help, backing off with jitter, for so many milliseconds; then it throws the last. */
export const patiently = <T>(run: () => Promise<T>, milliseconds: number): Promise<T> =>
  pRetry(run, {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: milliseconds,
    minTimeout: 20,
    maxTimeout: 3000,
    randomize: true,
    shouldRetry: ({ error }) => isRetryable(error),
  });
