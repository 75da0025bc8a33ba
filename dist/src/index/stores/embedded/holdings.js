import { SearchlightError } from "../../../errors.js";
import { definitionOf } from "../../catalog.js";
import { documentOf, entryOf } from "../../entry.js";
import { hitOf } from "../../hit.js";
import { assertSortable } from "../../order.js";
import { reads } from "../../sight.js";
import { LATE } from "../../store.js";
import { findIn } from "./search.js";
import { naming, stateIn } from "./state-text.js";
import { addEntry, removeEntry, typeIndex } from "./type-index.js";
import { tend } from "./upkeep.js";
export const holdings = (catalog, table) => ({
    catalog,
    table,
    indexes: new Map([...catalog].map(([type, definition]) => [type, typeIndex(definition)])),
});
/** Takes rows into the index; returns the last sequence seen, or `from` when there was none. */
export function load({ indexes }, rows, from) {
    let last = from;
    for (const { sequence, ref, text } of rows) {
        last = sequence;
        const index = indexes.get(ref.type);
        if (!index)
            continue;
        const entry = naming(ref, () => entryOf(index.definition, stateIn(text, ref)));
        if (entry)
            addEntry(index, entry, sequence);
        else
            removeEntry(index, ref.id);
    }
    for (const index of indexes.values())
        tend(index);
    return last;
}
function hitAt({ catalog, table }, { entry, score, sort, sequence }, scope) {
    const text = table.readAt(sequence);
    if (text === undefined) {
        throw new SearchlightError("internal", `the index and ${entry.ref.type} on disk disagree: restart searchlight`);
    }
    const definition = definitionOf(catalog, entry.ref.type);
    const source = documentOf(definition, stateIn(text, entry.ref));
    return hitOf(definition, { ...entry, source }, scope, score, sort);
}
/** Searches the index; documents are read from disk, for the page alone. */
export function searchIn(held, request, scope) {
    for (const type of request.types)
        definitionOf(held.catalog, type);
    assertSortable(held.catalog, request, scope);
    const indexes = [...new Set(request.types)].map((type) => held.indexes.get(type));
    const { total, page, aggregations, complete } = findIn(held.catalog, indexes, request, scope);
    const hits = page.map((found) => hitAt(held, found, scope));
    return { total, hits, aggregations, complete, reasons: complete ? [] : [LATE] };
}
/** Reads a resource by its id, from disk. */
export function getIn({ catalog, table }, ref, scope) {
    const definition = catalog.get(ref.type);
    if (!definition || (definition.access.adminOnly && !scope.admin))
        return undefined;
    const text = table.read(ref);
    const entry = text === undefined ? undefined : entryOf(definition, stateIn(text, ref));
    return entry && reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
}
/** States that one message carries. */
const PAGE = 500;
export function scanIn({ table }, type, cursor) {
    const rows = table.page(type, cursor, PAGE);
    return { texts: rows.map(({ text }) => text), next: rows.length < PAGE ? undefined : rows.at(-1).id };
}
