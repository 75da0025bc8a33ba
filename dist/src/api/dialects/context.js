import { SearchlightError } from "../../errors.js";
import { definitionOf, fieldNamed, fieldsFor } from "../../index/catalog.js";
import { badRequest } from "./input.js";
import { didYouMean } from "./nearest.js";
/** An open map itself is the list of its names; only its entries are what `open` means to a query. */
const kindOf = ({ field, open }) => (field.kind === "open" && !open ? "keyword" : field.kind);
/** What a field is in these types, as far as the caller may know. */
export function kindsIn(catalog, types, scope, name) {
    const found = types.map((type) => fieldNamed(definitionOf(catalog, type), name, scope));
    return new Set(found.filter((named) => named !== undefined).map(kindOf));
}
/** A context for one request. */
export function contextOf(catalog, types, scope, limits, now) {
    let spent = 0;
    return {
        kindsOf: (name) => kindsIn(catalog, types, scope, name),
        guess: (name) => didYouMean(name, [...new Set(types.flatMap((type) => fieldsFor(definitionOf(catalog, type), scope)))]),
        now,
        limits,
        spend: (clauses, at) => {
            spent += clauses;
            if (spent > limits.clauses)
                throw badRequest(at, `the query has more than ${limits.clauses} clauses and words; ask for less at once`);
        },
    };
}
/**
 * What a field named by the caller is, in the types that have it.
 *
 * @throws SearchlightError `unknown-field`, the same for a field that only administrators have and for a misspelt one
 */
export function knownKinds({ kindsOf, guess }, field, at) {
    const kinds = kindsOf(field);
    if (kinds.size > 0)
        return kinds;
    throw new SearchlightError("unknown-field", `${at}: none of the types searched has a field '${field}'${guess(field)}; GET /v1/search/fields names the fields there are`, { at });
}
