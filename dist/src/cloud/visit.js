import { SearchlightError } from "../errors.js";
import { callAgain } from "./call.js";
import { below } from "./endpoint.js";
/** More pages than any listing has: a service that never comes to an end is not believed. */
const MAX_PAGES = 100_000;
/** An event of the same moment wins over a listing: its time counts this much less, in microseconds. */
const MODESTY = 2e6;
/** When a request began, by the clock of the service that answered; undefined where it does not tell (bare uWSGI). */
function beganAt({ headers, elapsed }) {
    const date = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(date) ? undefined : (date - Math.ceil(elapsed)) * 1000;
}
function failure({ status }, path) {
    const code = status === 404 ? "not-found" : "service-failed";
    return new SearchlightError(code, `${path} was answered with ${status}`);
}
/** A visit to an endpoint. `renew` gives a new token when the service no longer takes the old one. */
export function visit(options) {
    const { endpoint, signal } = options;
    let { token } = options;
    // Where a service tells no time, Keystone's is the cloud's: the token was made just before the listing.
    const { issuedAt } = token;
    let began;
    async function ask(url, headers) {
        const get = () => callAgain({ url, headers: { ...headers, "X-Auth-Token": token.value }, seconds: 60, signal });
        const answer = await get();
        began ??= beganAt(answer) ?? issuedAt;
        if (answer.status !== 401)
            return answer;
        token = await options.renew();
        return get();
    }
    return {
        async *pages({ path, headers, next }) {
            const url = below(endpoint, path);
            const seen = new Set();
            while (!seen.has(url.search)) {
                seen.add(url.search);
                const answer = await ask(url, headers);
                if (answer.status !== 200)
                    throw failure(answer, path);
                yield answer.body;
                const following = next?.(answer.body);
                if (following === undefined)
                    return;
                url.search = new URL(following, url).search;
                if (seen.size > MAX_PAGES)
                    break;
            }
            throw new SearchlightError("service-failed", `${path} has no last page`);
        },
        context: () => ({ projectId: token.projectId ?? "", observed: (began ?? issuedAt) - MODESTY }),
    };
}
