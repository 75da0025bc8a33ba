import { bindPath } from "../../aggregations/narrow.js";
import { fieldNamed } from "../../catalog.js";
import { slotsIn } from "./bitset.js";
import { evaluate } from "./evaluate.js";
import { checkpoint } from "./interrupt.js";
import { addCounts, addExtent, addSteps } from "./facets.js";
import { giveBack } from "./scratch.js";
const columnOf = ({ index }, field, scope) => {
    const key = fieldNamed(index.definition, field, scope)?.key;
    return key === undefined ? undefined : index.views.exact.get(key);
};
/** Reads what matched, for one caller. */
export function readingsOf(matched, scope) {
    function narrowed(part, path) {
        if (path.length === 0)
            return part;
        const { bits } = evaluate(bindPath(path, part.index.definition, scope), part.index, part.bits);
        giveBack(); // its scores; there may be thousands of probes
        return { index: part.index, bits, slots: slotsIn(bits) };
    }
    return (probe) => {
        checkpoint();
        const parts = matched.map((part) => narrowed(part, probe.path));
        if (probe.what === "documents")
            return parts.reduce((sum, { slots }) => sum + slots.length, 0);
        const columns = parts.flatMap((part) => {
            const column = columnOf(part, probe.field, scope);
            return column ? [{ ...part, column }] : [];
        });
        if (probe.what === "values") {
            const totals = new Map();
            for (const { column, bits, slots } of columns)
                addCounts(totals, column, bits, slots);
            return totals;
        }
        if (probe.what === "extent") {
            const none = { count: 0, min: null, max: null };
            return columns.reduce((extent, { column, bits, slots }) => addExtent(extent, column, bits, slots), none);
        }
        const counts = probe.edges.slice(1).fill(0);
        for (const { column, bits, slots } of columns)
            addSteps(counts, probe.edges, column, bits, slots);
        return counts;
    };
}
