import { definitionOf, fieldNamed } from "../../catalog.js";
import { assertSortable } from "../../order.js";
import { sortPlace } from "./fields.js";
const BEST_FIRST = { _score: { order: "desc" } };
/** The end of every order: newest first, then by id, then by type. */
const TIES = [{ changed: "desc" }, { id: "asc" }, { type: "asc" }];
function keyOf(catalog, types, { field, order }, scope) {
    if (field === "_score")
        return { option: { _score: { order } }, order, numeric: true };
    for (const type of types) {
        const definition = definitionOf(catalog, type);
        const named = fieldNamed(definition, field, scope);
        if (!named)
            continue;
        const { values, numeric } = sortPlace(definition, named);
        const mode = order === "asc" ? "min" : "max";
        const option = {
            [values]: { order, mode, missing: "_last", unmapped_type: numeric ? "double" : "keyword" },
        };
        return { option, order, numeric };
    }
    return { option: { nothing: { order, missing: "_last", unmapped_type: "keyword" } }, order, numeric: false };
}
/** What a request sorts by. One name is one field in all types, or it is refused (`assertSortable`). */
export function sortKeys(catalog, request, scope) {
    assertSortable(catalog, request, scope);
    return request.sort.map((sort) => keyOf(catalog, request.types, sort, scope));
}
/** The whole order of a search: by these keys, without any by score; then newest, then id. */
export const orderBy = (keys) => [
    ...(keys.length === 0 ? [BEST_FIRST] : keys.map(({ option }) => option)),
    ...TIES,
];
/** A place as Elasticsearch goes on behind it: by our own keys, so nothing is kept open in between and nothing expires. */
export function searchAfter(keys, { entry, score, sort }) {
    const missing = ({ numeric, order }) => numeric ? (order === "asc" ? "Infinity" : "-Infinity") : null;
    const asked = keys.map((key, i) => sort[i] ?? missing(key));
    return [...(keys.length === 0 ? [score] : asked), entry.changed, entry.ref.id, entry.ref.type];
}
/** A hit's values of these keys, null where it has none. */
export const sortValues = (keys, values = []) => keys.map(({ numeric }, i) => {
    const value = values[i];
    return typeof value === (numeric ? "number" : "string") ? value : null;
});
