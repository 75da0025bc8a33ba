import { definitionOf, fieldNamed } from "../index/catalog.js";
import { termsIn } from "../index/query.js";
import { ALL } from "./dialects/tree.js";
import { optionShown } from "./show.js";
/** What a kind was called when old clients were written. */
const word = (kind) => kind === "text" || kind === "keyword" || kind === "version" || kind === "open" ? "string" : kind;
/** The fields of a type that the caller may know of, sorted by name; an open map is its entries offered as facets. */
function facetsOf(catalog, type, { scope, field: wanted }) {
    const definition = definitionOf(catalog, type);
    return Object.entries(definition.schema)
        .filter(([name]) => fieldNamed(definition, name, scope) !== undefined)
        .flatMap(([name, field]) => field.kind === "open"
        ? field.facets.map((entry) => ({ name: `${name}.${entry}`, field, counted: true, inside: true }))
        : [{ name, field, counted: field.facet, inside: false }])
        .filter(({ name }) => wanted === undefined || name === wanted)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
const TYPES = "types";
const nameOf = (type, field) => `${type} ${field}`;
/** The one search that counts all of it. */
export function facetsRequest(catalog, asked) {
    const { types, limit, offset, prefix, fields, options } = asked;
    const counted = types.flatMap((type) => facetsOf(catalog, type, asked)
        .filter((facet) => facet.counted && fields && options)
        .map(({ name }) => [
        nameOf(type, name),
        {
            kind: "terms",
            field: name,
            size: limit,
            from: offset,
            types: [type],
            ...(prefix !== undefined && { include: { prefix, folded: true } }),
        },
    ]));
    const each = { kind: "terms", field: "_type", size: Math.max(1, types.length) };
    return {
        types,
        query: ALL,
        sort: [],
        from: 0,
        size: 0,
        aggregations: { ...Object.fromEntries(counted), [TYPES]: each },
    };
}
function facetShown({ name, field, inside }, counts) {
    return {
        name,
        type: word(field.kind),
        ...(inside ? { nested: false } : {}),
        ...(field.refersTo === undefined ? {} : { resource_type: field.refersTo }),
        ...(counts ? { options: counts.buckets.map((bucket) => optionShown(bucket, field.kind)) } : {}),
    };
}
/** Facets by type, from the counts of `facetsRequest`. */
export function facetsShown(catalog, asked, counts) {
    const { types, fields } = asked;
    const documents = new Map(termsIn(counts, TYPES)?.buckets.map(({ key, count }) => [key, count]));
    const one = (type) => ({
        doc_count: documents.get(type) ?? 0,
        ...(fields
            ? {
                facets: facetsOf(catalog, type, asked).map((facet) => facetShown(facet, termsIn(counts, nameOf(type, facet.name)))),
            }
            : {}),
    });
    return Object.fromEntries(types.map((type) => [type, one(type)]));
}
