import { SearchlightError, type ErrorCode } from "../errors.ts";
/** The error that anything thrown is: time that ran out is `timed-out`, a stranger is `internal`. */
export declare function errorOf(thrown: unknown): SearchlightError;
/** The HTTP status that a code is answered with. */
export declare const statusOf: (code: ErrorCode) => number;
/** The answer to a caller (whose `Accept` is given) when this went wrong; `more` is added to its body. */
export declare function problemResponse(error: SearchlightError, accept: string | null, { headers, more }?: {
    headers?: Record<string, string>;
    more?: Readonly<Record<string, unknown>>;
}): Response;
