import { definitionOf, fieldNamed } from "../catalog.js";
import { compareValues } from "../match.js";
import { fold } from "../text.js";
import { valueOf } from "../values.js";
import { filled } from "./context.js";
import { read } from "./probe.js";
/** What a client's value is in the types that have the field: one value, or one of each kind. */
function valuesOf({ catalog, types, scope }, field, value) {
    const named = types.map((type) => fieldNamed(definitionOf(catalog, type), field, scope));
    const values = named.map((found) => found && valueOf(found.open ? "keyword" : found.field.kind, value));
    return [...new Set(values.filter((one) => one !== undefined))];
}
function chooser(context, field, choice) {
    if ("values" in choice) {
        const chosen = new Set(choice.values.flatMap((value) => valuesOf(context, field, value)));
        return (value) => chosen.has(value);
    }
    const { prefix, folded } = choice;
    const start = folded ? fold(prefix) : prefix;
    return (value) => (folded ? fold(String(value)) : String(value)).startsWith(start);
}
function comparison({ order }) {
    const { by = "count", direction = "desc" } = order ?? {};
    const sign = direction === "asc" ? 1 : -1;
    return (a, b) => (by === "count" ? sign * (a.count - b.count) : 0) || (by === "key" ? sign : 1) * compareValues(a.key, b.key);
}
const sumOf = (buckets) => buckets.reduce((sum, { count }) => sum + count, 0);
/** Counts documents by value. */
export function* termsAnswer(asked, outer) {
    const { field, from = 0, size, include, exclude } = asked;
    const context = asked.types
        ? { ...outer, path: [...outer.path, { kind: "types", types: asked.types }] }
        : outer;
    const { path } = context;
    const [stand] = asked.missing === undefined ? [] : valuesOf(context, field, asked.missing);
    const lacking = [...path, { kind: "missing", field }];
    const counts = new Map(yield* read({ what: "values", field, path }));
    const missing = stand === undefined ? 0 : yield* read({ what: "documents", path: lacking });
    if (stand !== undefined && missing > 0)
        counts.set(stand, (counts.get(stand) ?? 0) + missing);
    const included = include ? chooser(context, field, include) : () => true;
    const excluded = exclude ? chooser(context, field, exclude) : () => false;
    const buckets = [...counts]
        .filter(([key]) => included(key) && !excluded(key))
        .map(([key, count]) => ({ key, count }))
        .toSorted(comparison(asked));
    const page = buckets.slice(from, from + size);
    const drafts = page.map((bucket) => ({
        ...bucket,
        by: { kind: "value", field, value: bucket.key, orMissing: bucket.key === stand },
    }));
    return {
        buckets: yield* filled(drafts, asked.aggregations, context),
        others: sumOf(buckets) - sumOf(page),
        distinct: buckets.length,
    };
}
