import { createHash } from "node:crypto";
import { SearchlightError } from "../errors.js";
import { keystoneOf } from "./keystone.js";
/** How long an answer is believed, in seconds: a revoked token works no longer than that. */
const ACCEPTED = 60;
const REFUSED = 5;
/** At most this many answers are kept, and this many questions are under way. */
const KEPT = 10_000;
const ASKING = 256;
/** What a header can carry and Keystone makes; anything else is no token, and is not sent on. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;
const SCOPES = {
    domain: "a domain's token has no project: ask for a token of a project",
    system: "a system token has no project: ask for a token of a project",
    none: "the token has no project: ask for a token of a project",
};
const unauthenticated = () => new SearchlightError("unauthenticated", "The token is not valid, or no longer: ask Keystone for a new one");
/** Who that is. @throws SearchlightError `unauthenticated` for a token that is no good here, saying why */
function principalOf({ userId, projectId, scope, roles, restricted }) {
    if (restricted)
        throw new SearchlightError("unauthenticated", "the token is an application credential's with access rules, which are not supported: use one without");
    if (scope === "project" && projectId !== undefined)
        return { userId, projectId, roles };
    throw new SearchlightError("unauthenticated", SCOPES[scope === "project" ? "none" : scope]);
}
/**
 * Who a Keystone token is. Answers are kept under the token's SHA-256 for at most 60 s and never past its end, refusals
 * for 5 s; a token that is being asked about is not asked about twice. Fails closed.
 *
 * `now` is milliseconds since 1970.
 */
export function identifyWith(keystone, now = Date.now) {
    const known = new Map();
    const asking = new Map();
    function keep(key, answer, seconds, end = Infinity) {
        known.delete(key);
        if (known.size >= KEPT)
            known.delete(known.keys().next().value);
        known.set(key, { answer, until: Math.min(now() + seconds * 1000, end) });
    }
    async function ask(token, key) {
        const facts = await keystone.facts(token).catch((error) => {
            // Why is for the log: whoever asks is not known yet, and addresses are no business of theirs.
            throw new SearchlightError("identity-unavailable", "Keystone cannot say whose the token is: try again later", {
                cause: error,
            });
        });
        try {
            if (facts === undefined || facts.expiresAt <= now() * 1000)
                throw unauthenticated();
            const principal = principalOf(facts);
            keep(key, principal, ACCEPTED, facts.expiresAt / 1000);
            return principal;
        }
        catch (error) {
            if (error instanceof SearchlightError)
                keep(key, error, REFUSED);
            throw error;
        }
    }
    return async (token) => {
        if (!TOKEN.test(token))
            throw unauthenticated();
        const key = createHash("sha256").update(token).digest("base64");
        const before = known.get(key);
        if (before && before.until > now()) {
            if (before.answer instanceof SearchlightError)
                throw before.answer;
            return before.answer;
        }
        const under = asking.get(key);
        if (under)
            return under;
        if (asking.size >= ASKING)
            throw new SearchlightError("identity-unavailable", "too many tokens are being asked about: try again");
        const answer = ask(token, key).finally(() => asking.delete(key));
        asking.set(key, answer);
        return answer;
    };
}
/** Who a token is, as the Keystone of this service account says. */
export const identifyByKeystone = (account) => identifyWith(keystoneOf(account));
