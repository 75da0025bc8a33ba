import type { Catalog } from "./catalog.ts";
import { type Action } from "./policy-file.ts";
import type { Principal } from "./scope.ts";
/** Whether a principal may do something with a type's resources. Deny by default: a type that nobody knows is nobody's. */
export type Policy = (principal: Principal, type: string, action: Action) => boolean;
/**
 * The policy that a file's text says, YAML or JSON, or OpenStack's defaults without one. A rule of a type comes before the
 * file's default, and that before OpenStack's.
 *
 * @throws SearchlightError `bad-configuration` with every mistake and its line
 */
export declare function policyOf(catalog: Catalog, text?: string): Policy;
