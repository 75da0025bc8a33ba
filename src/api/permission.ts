import { SearchlightError } from "../errors.ts";
import type { Catalog } from "../index/catalog.ts";
import type { Action } from "../index/policy-file.ts";
import type { Policy } from "../index/policy.ts";
import { scopeOf, type Principal, type Scope } from "../index/scope.ts";
import { chosenTypes } from "./dialects/types.ts";

/** What a policy is asked by, and about. */
export type Permission = { readonly catalog: Catalog; readonly policy: Policy };

/** Where to look, and what is seen there. */
export type View = { readonly types: readonly string[]; readonly scope: Scope };

/**
 * The types to look in, of those named or else of all, and what this caller sees there. All projects are seen only when
 * the policy lets the caller see them in every one of these types; the wish is ignored otherwise, for old clients always
 * send it.
 *
 * @throws SearchlightError `unknown-type`; `forbidden` when none of those named is for this caller
 */
export function viewOf(
  { catalog, policy }: Permission,
  principal: Principal,
  {
    named,
    allProjects = false,
    action = "search",
  }: { named: readonly string[]; allProjects?: boolean; action?: Action },
): View {
  const own = scopeOf(principal);
  const types = chosenTypes(catalog, own, named, (type) => policy(principal, type, action));
  const granted = types.every((type) => policy(principal, type, "all_projects"));
  return { types, scope: scopeOf(principal, { allProjects, granted }) };
}

/**
 * How a resource of a type is read by its id: by whoever may see all projects, any; by others, as members of their
 * project do. Undefined where the policy does not let the caller search the type.
 */
export function readerOf(policy: Policy, principal: Principal, type: string): Scope | undefined {
  if (!policy(principal, type, "search")) return undefined;
  if (policy(principal, type, "all_projects")) return scopeOf(principal, { allProjects: true, granted: true });
  return scopeOf({ ...principal, roles: principal.roles.filter((role) => role !== "admin") });
}

/** Whether a caller may be told of a type that a field refers to: not of one that is there, and not for them. */
export function tellableTypes({ catalog, policy }: Permission, principal: Principal): (type: string) => boolean {
  const { types } = viewOf({ catalog, policy }, principal, { named: [] });
  return (type) => types.includes(type) || !catalog.has(type);
}

/** @throws SearchlightError `forbidden` when this caller may not count in all of these types */
export function assertMayCount(policy: Policy, principal: Principal, types: readonly string[]): void {
  const not = types.filter((type) => !policy(principal, type, "aggregate"));
  if (not.length === 0) return;
  const message = `You may not use aggregations on ${not.join(", ")}: name other types, or leave the aggregations out`;
  throw new SearchlightError("forbidden", message);
}
