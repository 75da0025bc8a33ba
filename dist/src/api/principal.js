import { createHash } from "node:crypto";
import { SearchlightError } from "../errors.js";
/**
 * The token that a request carries: `X-Auth-Token`, else `Authorization: Bearer`.
 *
 * @throws SearchlightError `unauthenticated` when it carries none
 */
export function tokenIn(headers) {
    const own = headers.get("x-auth-token")?.trim();
    const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "")?.[1];
    const token = own || bearer;
    if (token)
        return token;
    throw new SearchlightError("unauthenticated", "A token is needed: send it as X-Auth-Token");
}
const hash = (token) => createHash("sha256").update(token).digest("base64");
/** Who these tokens are. Only hashes are kept and looked up, so the time that takes says nothing of a token. */
export function staticTokens(entries) {
    const known = new Map(entries.map(({ token, userId, projectId, roles }) => [
        hash(token),
        { userId, projectId, roles: roles.map((role) => role.toLowerCase()) },
    ]));
    return async (token) => {
        const principal = known.get(hash(token));
        if (principal)
            return principal;
        throw new SearchlightError("unauthenticated", "The token is not valid, or no longer: ask for a new one");
    };
}
/** Asks one after the other until somebody knows the token; the last one's refusal is the answer. */
export const firstOf = (all) => async (token) => {
    let refusal = new SearchlightError("unauthenticated", "No token is known here");
    for (const identify of all) {
        try {
            return await identify(token);
        }
        catch (error) {
            if (!(error instanceof SearchlightError && error.code === "unauthenticated"))
                throw error;
            refusal = error;
        }
    }
    throw refusal;
};
