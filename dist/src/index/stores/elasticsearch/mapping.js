import { ADMIN_WORDS, ANY_WORDS } from "../../entry.js";
import { isNumeric } from "../../schema.js";
import { columnOf, sharedColumn } from "./fields.js";
const KEYWORD = { type: "keyword" };
const DOUBLE = { type: "double" };
/** Found by, never sorted or counted by. */
const TERMS = { type: "keyword", doc_values: false };
/** Kept, and nothing else. */
const KEPT = { type: "keyword", index: false, doc_values: false };
/** Words of ours: cut at spaces and nothing more. No norms and no frequencies count, for we score by weights alone. */
const WORDS = {
    type: "text",
    analyzer: "whitespace",
    norms: false,
    similarity: "boolean",
    index_options: "positions",
};
const COLUMNS = {
    k: KEYWORD,
    n: DOUBLE,
    w: WORDS,
    r: TERMS,
    f: TERMS,
    o: { type: "flattened", index: false },
    p: TERMS,
    q: TERMS,
};
function columnsFor(field) {
    if (field.kind === "open")
        return ["k", "o", "p", "q"];
    if (field.kind === "text")
        return ["k", "w", "r", "f"];
    return [isNumeric(field) ? "n" : "k"];
}
/** What every document holds, whatever its type: see `document.ts`. */
const COMMON = {
    type: KEYWORD,
    id: KEYWORD,
    exists: { type: "boolean" },
    written: DOUBLE,
    listed_everybody: { type: "boolean" },
    listed_by: KEYWORD,
    changed: DOUBLE,
    state: KEPT,
    shown: KEPT,
};
/** The strict mapping of a type's index. */
export function mappingOf({ schema, shared = {} }) {
    const columns = [
        ...Object.entries(schema).flatMap(([name, field]) => columnsFor(field).map((column) => [columnOf(column, name, field.admin), COLUMNS[column]])),
        ...["w", "r"].flatMap((column) => [
            [columnOf(column, ANY_WORDS, false), COLUMNS[column]],
            [columnOf(column, ADMIN_WORDS, true), COLUMNS[column]],
        ]),
        ...Object.entries(shared).map(([name, own]) => {
            const path = sharedColumn(own, schema[own]);
            return [sharedColumn(name, schema[own]), { type: "alias", path }];
        }),
    ];
    const groups = {};
    for (const [path, property] of columns) {
        const dot = path.indexOf(".");
        (groups[path.slice(0, dot)] ??= {})[path.slice(dot + 1)] = property;
    }
    const nested = Object.entries(groups).map(([group, properties]) => [group, { dynamic: "strict", properties }]);
    return { dynamic: "strict", properties: { ...COMMON, ...Object.fromEntries(nested) } };
}
/** The mapping of what says how fresh the index is: read by its id alone. */
export const FRESHNESS = { dynamic: "strict", properties: { told: KEPT } };
/** How many fields a mapping may have: a schema is ours, so it may be a large one. */
const FIELD_LIMIT = 10_000;
/** UTF-16 units of a prefix; by default 1,000, which eight words of 125 signs pass. */
const PREFIX_LIMIT = 10_000;
/** The settings of a type's index. A write is acknowledged when it is on the disks of all copies. */
export const settingsOf = (refreshMilliseconds) => ({
    number_of_shards: 1,
    auto_expand_replicas: "0-1",
    refresh_interval: `${refreshMilliseconds}ms`,
    "translog.durability": "request",
    "mapping.total_fields.limit": FIELD_LIMIT,
    max_regex_length: PREFIX_LIMIT,
});
