const RETRYABLE = new Set([
    "identity-unavailable",
    "store-unavailable",
    "service-failed",
    "timed-out",
    "too-many-requests",
]);
/** An error with a code of the closed list. `at` is the place in the caller's input, such as `query.bool.must[0]`. */
export class SearchlightError extends Error {
    code;
    at;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.name = "SearchlightError";
        this.code = code;
        this.at = options.at;
    }
    /** Whether the same call may succeed later without anybody changing anything. */
    get retryable() {
        return RETRYABLE.has(this.code);
    }
}
/** True for an error that trying again may cure; anything that is not ours is taken for a defect and is not. */
export const isRetryable = (error) => error instanceof SearchlightError && error.retryable;
/** The message of anything that was thrown. */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/**
 * Where zod found something not to be as it should, without what it found there, for that may be a secret:
 * `owner (invalid_type), tags.0 (invalid_type)`. Undefined for any error that is not zod's.
 */
export function placesOf(error) {
    const { issues } = error;
    if (!Array.isArray(issues))
        return undefined;
    return issues
        .slice(0, 5)
        .map(({ path, code }) => `${path.map(String).join(".") || "the whole"} (${code})`)
        .join(", ");
}
