import type { Catalog } from "../index/catalog.ts";
import type { Action } from "../index/policy-file.ts";
import type { Policy } from "../index/policy.ts";
import { type Principal, type Scope } from "../index/scope.ts";
/** What a policy is asked by, and about. */
export type Permission = {
    readonly catalog: Catalog;
    readonly policy: Policy;
};
/** Where to look, and what is seen there. */
export type View = {
    readonly types: readonly string[];
    readonly scope: Scope;
};
/**
 * The types to look in, of those named or else of all, and what this caller sees there. All projects are seen only when
 * the policy lets the caller see them in every one of these types; the wish is ignored otherwise, for old clients always
 * send it.
 *
 * @throws SearchlightError `unknown-type`; `forbidden` when none of those named is for this caller
 */
export declare function viewOf({ catalog, policy }: Permission, principal: Principal, { named, allProjects, action, }: {
    named: readonly string[];
    allProjects?: boolean;
    action?: Action;
}): View;
/**
 * How a resource of a type is read by its id: by whoever may see all projects, any; by others, as members of their
 * project do. Undefined where the policy does not let the caller search the type.
 */
export declare function readerOf(policy: Policy, principal: Principal, type: string): Scope | undefined;
/** @throws SearchlightError `forbidden` when this caller may not count in all of these types */
export declare function assertMayCount(policy: Policy, principal: Principal, types: readonly string[]): void;
