import { read } from "./probe.js";
import { exactSum } from "./sum.js";
function statsOf(values) {
    const numbers = [...values].filter((entry) => typeof entry[0] === "number");
    const count = numbers.reduce((total, [, times]) => total + times, 0);
    if (count === 0)
        return { count, min: null, max: null, avg: null, sum: 0 };
    const sum = exactSum(numbers);
    const [min, max] = numbers.reduce(([low, high], [value]) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    return { count, min, max, avg: sum / count, sum };
}
/** Measures the values of a field; each counts once a document. */
export function* metricAnswer({ kind, field }, { path }) {
    if (kind === "value_count" || kind === "min" || kind === "max") {
        const { count, min, max } = yield* read({ what: "extent", field, path });
        return { value: { value_count: count, min, max }[kind] };
    }
    const values = yield* read({ what: "values", field, path });
    if (kind === "cardinality")
        return { value: values.size };
    const stats = statsOf(values);
    return kind === "stats" ? stats : { value: stats[kind] };
}
