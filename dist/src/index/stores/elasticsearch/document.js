import { entryOf } from "../../entry.js";
import { exists } from "../../resource.js";
import { numberKey, placeOf, textColumn } from "./fields.js";
import { listedFields } from "./scope.js";
import { runsOf, wordsTexts } from "./words.js";
/** Adds terms to a column, each led by `lead`. */
function addTerms(columns, path, lead, values) {
    const terms = (columns[path] ??= []);
    for (const value of values)
        terms.push(lead + String(value));
}
const mapAt = (columns, path) => (columns[path] ??= Object.create(null));
function addExact(columns, definition, { exact, numbers }) {
    for (const [key, values] of Object.entries(exact)) {
        const { match, lead, open } = placeOf(definition, key);
        if (open) {
            mapAt(columns, open.map)[open.name] = values;
            addTerms(columns, match, lead, values);
        }
        else
            columns[match] = values;
    }
    for (const [key, values] of Object.entries(numbers)) {
        const { lead, open } = placeOf(definition, key);
        if (open)
            addTerms(columns, open.numbers, lead, values.map(numberKey));
    }
}
function addText(columns, definition, { words, folded }) {
    for (const [key, values] of Object.entries(words)) {
        columns[textColumn(definition, "w", key)] = wordsTexts(values);
        columns[textColumn(definition, "r", key)] = runsOf(values);
    }
    for (const [key, values] of Object.entries(folded))
        columns[textColumn(definition, "f", key)] = values;
}
/** What is searched of an entry, by our fields' names. */
function columnsOf(definition, entry) {
    const columns = {};
    addExact(columns, definition, entry);
    addText(columns, definition, entry);
    return columns;
}
/**
 * The Elasticsearch document of a resource, whose text is `state`, as JSON. Of what does not exist only the state is kept,
 * and nothing is found.
 */
export function documentOf(definition, resource, state) {
    const { ref } = resource;
    const entry = entryOf(definition, resource);
    const common = { type: ref.type, id: ref.id, exists: exists(resource), written: Date.now() * 1000 };
    if (!entry)
        return JSON.stringify({ ...common, state });
    const shown = { ref, source: entry.source, changed: entry.changed };
    return JSON.stringify({
        ...common,
        ...listedFields(entry.access),
        changed: entry.changed,
        ...columnsOf(definition, entry),
        shown: JSON.stringify(shown),
        state,
    });
}
