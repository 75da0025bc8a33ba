import { bindPath } from "../aggregations/narrow.js";
import { definitionOf, fieldNamed } from "../catalog.js";
import { matcher, valuesOf, within } from "../match.js";
const numbersIn = (values) => values.flat().filter((value) => typeof value === "number");
function extentOf(values) {
    const numbers = numbersIn(values).toSorted((a, b) => a - b);
    return { count: values.flat().length, min: numbers[0] ?? null, max: numbers.at(-1) ?? null };
}
function countsOf(values) {
    const counts = new Map();
    for (const value of values.flat())
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
}
/** Reads the entries found, for one caller: the plain reference. */
export function readingsOf(catalog, found, scope) {
    function narrowed(path) {
        const matchers = new Map();
        return found.filter((entry) => {
            const { type } = entry.ref;
            const known = matchers.get(type) ?? matcher(bindPath(path, definitionOf(catalog, type), scope));
            matchers.set(type, known);
            return known(entry) !== undefined;
        });
    }
    const valuesIn = (entry, field) => {
        const named = fieldNamed(definitionOf(catalog, entry.ref.type), field, scope);
        return named ? valuesOf(entry, named.key) : [];
    };
    return (probe) => {
        const entries = narrowed(probe.path);
        if (probe.what === "documents")
            return entries.length;
        const values = entries.map((entry) => valuesIn(entry, probe.field));
        if (probe.what === "values")
            return countsOf(values);
        if (probe.what === "extent")
            return extentOf(values);
        return probe.edges.slice(1).map((lt, i) => {
            const bounds = { gte: probe.edges[i], lt };
            return values.filter((own) => numbersIn([own]).some((number) => within(number, bounds))).length;
        });
    };
}
