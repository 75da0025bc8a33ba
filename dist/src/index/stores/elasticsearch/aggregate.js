import { bindPath } from "../../aggregations/narrow.js";
import { definitionOf, fieldNamed } from "../../catalog.js";
import { compile } from "./compile.js";
import { placeOf } from "./fields.js";
export const ofTypes = (types) => ({ terms: { type: [...types] } });
/** For some types at once: which of them are treated alike, told by a text. */
function alike(types, say) {
    const together = new Map();
    for (const type of new Set(types)) {
        const said = say(type);
        if (said === undefined)
            continue;
        const text = JSON.stringify(said);
        together.set(text, [...(together.get(text) ?? []), type]);
    }
    return [...together];
}
const bothOf = (types, query) => ({
    bool: { filter: query.match_all ? [ofTypes(types)] : [ofTypes(types), query] },
});
/** The parts of a probe. Types that do not have its field for this caller are not looked into. */
export function partsOf({ catalog, types, scope }, probe) {
    const say = (type) => {
        const definition = definitionOf(catalog, type);
        const query = compile(definition, bindPath(probe.path, definition, scope));
        if (query.match_none)
            return undefined;
        if (probe.what === "documents")
            return { query, field: "", numeric: false };
        const named = fieldNamed(definition, probe.field, scope);
        if (!named)
            return undefined;
        const { values, numeric } = placeOf(definition, named.key);
        return probe.what === "steps" && !numeric ? undefined : { query, field: values, numeric };
    };
    return alike(types, say).map(([text, own]) => {
        const { query, field, numeric } = JSON.parse(text);
        return { probe, narrow: bothOf(own, query), field, numeric };
    });
}
/** What lies on a path, as a clause over several types. */
export function pathQuery({ catalog, types, scope }, path) {
    const say = (type) => {
        const definition = definitionOf(catalog, type);
        return compile(definition, bindPath(path, definition, scope));
    };
    const should = alike(types, say).map(([text, own]) => bothOf(own, JSON.parse(text)));
    return { bool: { should, minimum_should_match: 1 } };
}
function innerClauses({ probe, field, numeric }, size) {
    switch (probe.what) {
        case "documents":
            return {};
        case "values":
            return { values: { terms: { field, size, shard_size: size } } };
        case "extent":
            return {
                count: { value_count: { field } },
                ...(numeric && { min: { min: { field } }, max: { max: { field } } }),
            };
        case "steps": {
            const ranges = probe.edges.slice(1).map((to, i) => ({ from: probe.edges[i], to }));
            return { steps: { range: { field, ranges } } };
        }
    }
}
/** Asks for a part; of values, for the `size` most frequent. */
export const partClause = (part, size) => ({
    filter: part.narrow,
    aggs: innerClauses(part, size),
});
/** Asks for one page of all of a part's values. */
export const pageClause = ({ field }, size, after) => ({
    composite: {
        size,
        sources: [{ value: { terms: { field } } }],
        ...(after !== undefined && { after: { value: after } }),
    },
});
/** Reads the answer to a `pageClause`. */
export const readPage = (aggregate) => (aggregate?.buckets ?? []).map(({ key, doc_count }) => [key.value, doc_count]);
/** Whether the answer to a `partClause` has all values. An answer without it (no shard replied) holds nothing. */
export function isWhole(aggregate) {
    const values = aggregate?.values;
    return !values?.doc_count_error_upper_bound && !values?.sum_other_doc_count;
}
/** Reads the answer to a `partClause`. */
export function readPart({ probe: { what } }, aggregate) {
    const found = (aggregate ?? { doc_count: 0 });
    if (what === "documents")
        return found.doc_count;
    if (what === "values")
        return new Map(found.values?.buckets.map(({ key, doc_count }) => [key, doc_count]));
    if (what === "steps")
        return found.steps?.buckets.map(({ doc_count }) => doc_count) ?? [];
    return { count: found.count?.value ?? 0, min: found.min?.value ?? null, max: found.max?.value ?? null };
}
const least = (values, choose) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : choose(...known);
};
function sumValues(all) {
    const sums = new Map();
    for (const counts of all)
        for (const [value, count] of counts)
            sums.set(value, (sums.get(value) ?? 0) + count);
    return sums;
}
/** A probe's reading from those of its parts. */
export function joined(probe, parts) {
    if (probe.what === "documents")
        return parts.reduce((sum, one) => sum + one, 0);
    if (probe.what === "values")
        return sumValues(parts);
    if (probe.what === "steps")
        return probe.edges
            .slice(1)
            .map((_, i) => parts.reduce((sum, one) => sum + (one[i] ?? 0), 0));
    const extents = parts;
    return {
        count: extents.reduce((sum, { count }) => sum + count, 0),
        min: least(extents.map(({ min }) => min), Math.min),
        max: least(extents.map(({ max }) => max), Math.max),
    };
}
