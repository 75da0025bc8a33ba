import { SearchlightError } from "../errors.js";
import { scopeOf } from "../index/scope.js";
import { chosenTypes } from "./dialects/types.js";
/**
 * The types to look in, of those named or else of all, and what this caller sees there. All projects are seen only when
 * the policy lets the caller see them in every one of these types; the wish is ignored otherwise, for old clients always
 * send it.
 *
 * @throws SearchlightError `unknown-type`; `forbidden` when none of those named is for this caller
 */
export function viewOf({ catalog, policy }, principal, { named, allProjects = false, action = "search", }) {
    const own = scopeOf(principal);
    const types = chosenTypes(catalog, own, named, (type) => policy(principal, type, action));
    const granted = types.every((type) => policy(principal, type, "all_projects"));
    return { types, scope: scopeOf(principal, { allProjects, granted }) };
}
/**
 * How a resource of a type is read by its id: by whoever may see all projects, any; by others, as members of their
 * project do. Undefined where the policy does not let the caller search the type.
 */
export function readerOf(policy, principal, type) {
    if (!policy(principal, type, "search"))
        return undefined;
    if (policy(principal, type, "all_projects"))
        return scopeOf(principal, { allProjects: true, granted: true });
    return scopeOf({ ...principal, roles: principal.roles.filter((role) => role !== "admin") });
}
/** @throws SearchlightError `forbidden` when this caller may not count in all of these types */
export function assertMayCount(policy, principal, types) {
    const not = types.filter((type) => !policy(principal, type, "aggregate"));
    if (not.length === 0)
        return;
    const message = `You may not use aggregations on ${not.join(", ")}: name other types, or leave the aggregations out`;
    throw new SearchlightError("forbidden", message);
}
