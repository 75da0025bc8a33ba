import { definitionOf, fieldNamed } from "../index/catalog.js";
import { sortsTogether } from "../index/order.js";
import { ownName, SHARED_NAMES } from "../index/shared.js";
/** Every name that queries may use in a type: its fields, entries of open maps offered as facets, shared names. */
const namesIn = (definition) => [
    ...Object.entries(definition.schema).flatMap(([name, { facets }]) => [
        name,
        ...facets.map((entry) => `${name}.${entry}`),
    ]),
    ...Object.keys(definition.shared ?? {}),
];
/** The field that a name means in a type, told; undefined where there is none for this caller. */
function having(definition, name, scope) {
    const named = fieldNamed(definition, name, scope);
    if (!named)
        return undefined;
    const { field, open } = named;
    const own = ownName(definition, name);
    return {
        type: definition.type,
        kind: open ? "keyword" : field.kind,
        facetable: open || field.facet,
        searchable: field.weight > 0,
        ...(field.refersTo === undefined ? {} : { refers_to: field.refersTo }),
        ...(own === undefined ? {} : { field: own }),
    };
}
const SHARED = new Set(SHARED_NAMES);
/** The fields of these types that the caller may know of, by name. */
export function fieldsShown(catalog, types, scope) {
    const definitions = types.map((type) => definitionOf(catalog, type));
    const names = [...new Set(definitions.flatMap(namesIn))].toSorted();
    return names.flatMap((name) => {
        const resource_types = definitions.flatMap((definition) => having(definition, name, scope) ?? []);
        if (resource_types.length === 0)
            return [];
        const sortable = sortsTogether(catalog, types, name, scope);
        return [{ name, shared: SHARED.has(name), sortable, resource_types }];
    });
}
