import { hasBit } from "./bitset.js";
import { rowEnd, rowOf } from "./rows.js";
/** Reading a row that must be looked for costs about as much as passing by this many. */
const LOOKUP_COST = 16;
/** Does something for each row of these slots that has values; `slots` are the places of `bits`, ascending. */
function eachRow({ rows }, bits, slots, use) {
    if (slots.length * LOOKUP_COST < rows.slots.length) {
        for (const slot of slots) {
            const row = rowOf(rows, slot);
            if (row >= 0)
                use(row);
        }
        return;
    }
    for (let row = 0; row < rows.slots.length; row++)
        if (hasBit(bits, rows.slots.items[row]))
            use(row);
}
/** How many of the slots have each code of a column. */
function countCodes(column, bits, slots) {
    const { dictionary, rows } = column;
    const counts = new Uint32Array(dictionary.values.length);
    eachRow(column, bits, slots, (row) => {
        for (let i = rows.starts.items[row], end = rowEnd(rows, row); i < end; i++)
            counts[rows.codes.items[i]]++;
    });
    return counts;
}
/** Adds to `totals` how many of the slots have each value; a value that none of them has is never mentioned. */
export function addCounts(totals, column, bits, slots) {
    const counts = countCodes(column, bits, slots);
    for (let code = 0; code < counts.length; code++) {
        if (counts[code] === 0)
            continue;
        const value = column.dictionary.values[code];
        totals.set(value, (totals.get(value) ?? 0) + counts[code]);
    }
}
/** An extent that the slots' values are added to. */
export function addExtent(extent, column, bits, slots) {
    const { values } = column.dictionary;
    let [count, min, max] = [extent.count, extent.min ?? Infinity, extent.max ?? -Infinity];
    for (const [code, times] of countCodes(column, bits, slots).entries()) {
        if (times === 0)
            continue;
        count += times;
        const value = values[code];
        if (typeof value !== "number")
            continue;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }
    return { count, min: min > max ? null : min, max: min > max ? null : max };
}
/** The step that a value lies in: the last whose edge is not above it; -1 below the first, beyond the last, and for texts. */
function stepOf(edges, value) {
    if (typeof value !== "number" || !(value < edges.at(-1)))
        return -1;
    let low = 0;
    let high = edges.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (edges[middle] <= value)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
/** Adds to `counts` how many of the slots have a value in each step between edges: a slot counts once a step. */
export function addSteps(counts, edges, column, bits, slots) {
    const { dictionary, rows } = column;
    const known = new Int32Array(dictionary.values.length).fill(-2);
    const step = (code) => known[code] === -2 ? (known[code] = stepOf(edges, dictionary.values[code])) : known[code];
    const counted = new Set();
    eachRow(column, bits, slots, (row) => {
        const [begin, end] = [rows.starts.items[row], rowEnd(rows, row)];
        if (end - begin === 1) {
            const only = step(rows.codes.items[begin]);
            if (only >= 0)
                counts[only]++;
            return;
        }
        counted.clear();
        for (let i = begin; i < end; i++)
            counted.add(step(rows.codes.items[i]));
        for (const one of counted)
            if (one >= 0)
                counts[one]++;
    });
}
