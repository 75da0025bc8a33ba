import { SearchlightError } from "../errors.js";
const BAD_REQUEST = { status: 400, title: "Bad Request" };
const UNAVAILABLE = { status: 503, title: "Service Unavailable" };
const DEFECT = {
    status: 500,
    title: "Internal Server Error",
    detail: "Something is wrong here; tell the operator the request id of this answer",
};
/**
 * The one table of what goes wrong and what the caller hears. `detail` stands in for the message where that says what is
 * nobody's business outside.
 */
const ANSWERS = {
    "bad-request": BAD_REQUEST,
    unsupported: BAD_REQUEST,
    "unknown-type": BAD_REQUEST,
    "unknown-field": BAD_REQUEST,
    unauthenticated: { status: 401, title: "Unauthorized" },
    forbidden: { status: 403, title: "Forbidden" },
    "not-found": { status: 404, title: "Not Found" },
    "method-not-allowed": { status: 405, title: "Method Not Allowed" },
    "too-large": { status: 413, title: "Content Too Large" },
    "too-many-requests": { status: 429, title: "Too Many Requests" },
    "identity-unavailable": {
        ...UNAVAILABLE,
        detail: "Nobody can say whose token this is; try again in a moment",
    },
    "store-unavailable": { ...UNAVAILABLE, detail: "The index does not answer; try again in a moment" },
    "store-locked": { ...UNAVAILABLE, detail: "The index is held by another process; try again later" },
    "service-failed": { status: 502, title: "Bad Gateway", detail: "A service behind this one failed; try again later" },
    "timed-out": { status: 504, title: "Gateway Timeout", detail: "That took too long; ask for less, or try again" },
    "bad-configuration": DEFECT,
    internal: DEFECT,
};
/** The error that anything thrown is: time that ran out is `timed-out`, a stranger is `internal`. */
export function errorOf(thrown) {
    if (thrown instanceof SearchlightError)
        return thrown;
    const code = thrown instanceof Error && thrown.name === "TimeoutError" ? "timed-out" : "internal";
    return new SearchlightError(code, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
/** The HTTP status that a code is answered with. */
export const statusOf = (code) => ANSWERS[code].status;
/** What RFC 9457 and Searchlight's old clients read, in one body. */
function problemOf(error) {
    const { status, title, detail = error.message } = ANSWERS[error.code];
    return {
        type: `urn:searchlight:error:${error.code}`,
        title,
        status,
        detail,
        ...(error.at === undefined || error.at === "" ? {} : { at: error.at }),
        error: { code: status, title, message: detail },
        message: detail,
        code: `${status} ${title}`,
    };
}
/** `application/problem+json`, unless the caller asks for plain JSON and not for that. */
const mediaType = (accept) => accept?.includes("application/json") && !accept.includes("application/problem+json")
    ? "application/json"
    : "application/problem+json";
const WAIT = { "Retry-After": "2" };
const CHALLENGE = { "WWW-Authenticate": 'Bearer realm="searchlight"' };
/** The answer to a caller (whose `Accept` is given) when this went wrong; `more` is added to its body. */
export function problemResponse(error, accept, { headers = {}, more = {} } = {}) {
    const { status } = ANSWERS[error.code];
    return new Response(JSON.stringify({ ...problemOf(error), ...more }), {
        status,
        headers: {
            "Content-Type": mediaType(accept),
            ...(status === 503 ? WAIT : {}),
            ...(status === 401 ? CHALLENGE : {}),
            ...headers,
        },
    });
}
