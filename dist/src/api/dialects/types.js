import { SearchlightError } from "../../errors.js";
import { typesFor } from "../../index/catalog.js";
import { badRequest } from "./input.js";
import { didYouMean } from "./nearest.js";
/** The name that old clients know the index by: the same for every type, whatever engine is behind it. */
export const SEARCHING = "searchlight-search";
/** The name that old clients know for writing; nobody can write by it. */
export const INDEXING = "searchlight-listener";
/** @throws SearchlightError `unknown-type`, with the nearest type that the caller may search */
function assertKnown(catalog, type, allowed) {
    if (catalog.has(type))
        return;
    const message = `Resource type '${type}' is not in the list of enabled plugins${didYouMean(type, allowed)}`;
    throw new SearchlightError("unknown-type", message);
}
/**
 * The types to look in: those named, or, where none is, all that the caller may search.
 *
 * `may` is what the policy says of a type.
 *
 * @throws SearchlightError `unknown-type`; `forbidden` when the caller may search none of those named
 */
export function chosenTypes(catalog, scope, named, may) {
    const visible = typesFor(catalog, scope);
    const allowed = visible.filter(may);
    for (const type of named)
        assertKnown(catalog, type, allowed);
    if (named.length === 0)
        return allowed;
    const chosen = allowed.filter((type) => named.includes(type));
    if (chosen.length > 0)
        return chosen;
    const whose = named.some((type) => visible.includes(type)) ? "roles that the policy names" : "administrators";
    throw new SearchlightError("forbidden", `You may not search ${named.join(", ")}: that is for ${whose}`);
}
/** Old clients may name the index; there is one. */
export function checkIndex(named, at) {
    const other = named.find((name) => name !== SEARCHING);
    if (other !== undefined)
        throw badRequest(at, `there is no index '${other}'; leave it out, or name '${SEARCHING}'`);
}
