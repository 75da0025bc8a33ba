import type { Identify } from "../index/scope.ts";
import { type CloudAccount, type Keystone } from "./keystone.ts";
/**
 * Who a Keystone token is. Answers are kept under the token's SHA-256 for at most 60 s and never past its end, refusals
 * for 5 s; a token that is being asked about is not asked about twice. Fails closed.
 *
 * `now` is milliseconds since 1970.
 */
export declare function identifyWith(keystone: Pick<Keystone, "facts">, now?: () => number): Identify;
/** Who a token is, as the Keystone of this service account says. */
export declare const identifyByKeystone: (account: CloudAccount) => Identify;
