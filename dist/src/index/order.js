import { SearchlightError } from "../errors.js";
import { definitionOf, fieldNamed } from "./catalog.js";
import { compareValues, valuesOf } from "./match.js";
import { isNumeric } from "./schema.js";
import { compareText } from "./text.js";
/** Fields of one name that sort together: the same or a shared field of each type, of values that compare. */
const sortClass = ({ as, field, open }) => JSON.stringify([as, open, isNumeric(field), field.admin]);
/** Whether one sort by this name takes all these types: where they have it, it is one field of one kind. */
export function sortsTogether(catalog, types, name, scope) {
    const named = types.map((type) => fieldNamed(definitionOf(catalog, type), name, scope));
    return new Set(named.filter((found) => found !== undefined).map(sortClass)).size <= 1;
}
/**
 * Refuses a sort by a name that means different fields in the types searched (a number here, a text there): no engine
 * sorts by two fields at once.
 *
 * @throws SearchlightError `bad-request` that names the field
 */
export function assertSortable(catalog, { types, sort }, scope) {
    for (const { field } of sort) {
        if (!sortsTogether(catalog, types, field, scope)) {
            const message = `'${field}' is not the same field in all the types searched: sort one type at a time by it`;
            throw new SearchlightError("bad-request", message, { at: "sort" });
        }
    }
}
/** An entry's value to sort by: of several, the least when ascending, the greatest when descending. Null when it has none. */
export function sortValue(entry, score, { key, order }) {
    if (key === undefined)
        return null;
    if (key === "_score")
        return score;
    const values = valuesOf(entry, key).toSorted(compareValues);
    return (order === "asc" ? values[0] : values.at(-1)) ?? null;
}
/** Compares two lists of sort values: nulls last, whichever the order. */
function compareSorts(a, b, orders) {
    for (const [i, order] of orders.entries()) {
        const x = a[i] ?? null;
        const y = b[i] ?? null;
        if (x === y)
            continue;
        if (x === null)
            return 1;
        if (y === null)
            return -1;
        const difference = compareValues(x, y);
        if (difference !== 0)
            return order === "asc" ? difference : -difference;
    }
    return 0;
}
/** The end of every order: newest first, then by id, then by type, so that no two resources tie. */
const compareTies = ({ entry: a }, { entry: b }) => b.changed - a.changed || compareText(a.ref.id, b.ref.id) || compareText(a.ref.type, b.ref.type);
/** The order of a search: by its sort, without any by score; then newest, then id, then type. */
export function orderOf(sort) {
    const orders = sort.map(({ order }) => order);
    const byScore = (a, b) => (sort.length === 0 ? b.score - a.score : 0);
    return (a, b) => compareSorts(a.sort, b.sort, orders) || byScore(a, b) || compareTies(a, b);
}
