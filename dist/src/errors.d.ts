/**
 * The closed list of things that can go wrong between us and whoever asked. `src/api/problem.ts` maps each to an HTTP
 * answer; a message always says what to do, and never holds a secret.
 */
export type ErrorCode = "bad-request" | "unsupported" | "unknown-type" | "unknown-field" | "unauthenticated" | "forbidden" | "not-found" | "too-large" | "too-many-requests" | "method-not-allowed" | "identity-unavailable" | "store-unavailable" | "store-locked" | "bad-configuration" | "service-failed" | "timed-out" | "internal";
/** An error with a code of the closed list. `at` is the place in the caller's input, such as `query.bool.must[0]`. */
export declare class SearchlightError extends Error {
    readonly code: ErrorCode;
    readonly at: string | undefined;
    constructor(code: ErrorCode, message: string, options?: {
        cause?: unknown;
        at?: string;
    });
    /** Whether the same call may succeed later without anybody changing anything. */
    get retryable(): boolean;
}
/** True for an error that trying again may cure; anything that is not ours is taken for a defect and is not. */
export declare const isRetryable: (error: unknown) => boolean;
/** The message of anything that was thrown. */
export declare const messageOf: (error: unknown) => string;
/**
 * Where zod found something not to be as it should, without what it found there, for that may be a secret:
 * `owner (invalid_type), tags.0 (invalid_type)`. Undefined for any error that is not zod's.
 */
export declare function placesOf(error: unknown): string | undefined;
