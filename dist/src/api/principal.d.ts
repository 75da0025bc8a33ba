import type { Identify, Principal } from "../index/scope.ts";
/**
 * The token that a request carries: `X-Auth-Token`, else `Authorization: Bearer`.
 *
 * @throws SearchlightError `unauthenticated` when it carries none
 */
export declare function tokenIn(headers: Headers): string;
/** Who these tokens are. Only hashes are kept and looked up, so the time that takes says nothing of a token. */
export declare function staticTokens(entries: readonly (Principal & {
    readonly token: string;
})[]): Identify;
/** Asks one after the other until somebody knows the token; the last one's refusal is the answer. */
export declare const firstOf: (all: readonly Identify[]) => Identify;
