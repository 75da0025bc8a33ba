import { compareValues } from "../../match.js";
import { codeTable } from "./code-table.js";
import { leading } from "./leading.js";
const NONE = new Uint32Array(0);
export const dictionary = () => ({ ...codeTable(), sorted: NONE, ranks: NONE });
/** The first place in `sorted` whose value does not satisfy `before`, which must hold for a beginning of the order only. */
function firstPlace({ values, sorted }, before, from = 0) {
    let low = from;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (before(values[sorted[middle]]))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** More new values than this share of the order, and placing them one by one costs more than sorting all anew. */
const MANY = 1 / 8;
/** The codes from this one on, in the order of their values. */
function sortFrom({ values }, known) {
    const keys = Float64Array.from({ length: values.length - known }, (_, i) => leading(values[known + i]));
    const codes = Array.from(keys, (_, i) => known + i);
    return codes.toSorted((a, b) => keys[a - known] - keys[b - known] || compareValues(values[a], values[b]));
}
/** Takes new values into the order: they are sorted alone, then placed by halving, so a few cost little in a large order. */
export function sortDictionary(dictionary) {
    const { values } = dictionary;
    if (dictionary.sorted.length === values.length)
        return;
    if (values.length - dictionary.sorted.length > dictionary.sorted.length * MANY)
        dictionary.sorted = NONE;
    const { sorted } = dictionary;
    const fresh = sortFrom(dictionary, sorted.length);
    const merged = new Uint32Array(values.length);
    let from = 0;
    for (const [i, code] of fresh.entries()) {
        const to = firstPlace(dictionary, (value) => compareValues(value, values[code]) < 0, from);
        merged.set(sorted.subarray(from, to), from + i);
        merged[to + i] = code;
        from = to;
    }
    merged.set(sorted.subarray(from), from + fresh.length);
    dictionary.sorted = merged;
    dictionary.ranks = new Uint32Array(values.length);
    for (let rank = 0; rank < merged.length; rank++)
        dictionary.ranks[merged[rank]] = rank;
}
/** The ranks of the values within bounds. */
export function ranksWithin(dictionary, { gt, gte, lt, lte }) {
    sortDictionary(dictionary);
    const below = (bound, fallback) => bound === undefined ? fallback : firstPlace(dictionary, (value) => compareValues(value, bound) < 0);
    const upTo = (bound, fallback) => bound === undefined ? fallback : firstPlace(dictionary, (value) => compareValues(value, bound) <= 0);
    const end = dictionary.values.length;
    const low = Math.max(below(gte, 0), upTo(gt, 0));
    return { low, high: Math.max(low, Math.min(below(lt, end), upTo(lte, end))) };
}
/** The ranks of the texts that start with these code units: side by side, for text is ordered unit by unit. */
export function ranksFrom(dictionary, prefix) {
    sortDictionary(dictionary);
    const low = firstPlace(dictionary, (value) => compareValues(value, prefix) < 0);
    return { low, high: firstPlace(dictionary, (value) => String(value).startsWith(prefix), low) };
}
