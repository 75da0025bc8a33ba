import { fieldNamed } from "../../catalog.js";
import { compareText } from "../../text.js";
import { ranksWithin, sortDictionary } from "./dictionary.js";
import { checkpoint } from "./interrupt.js";
import { scoreAt } from "./matches.js";
import { rowEnd, rowOf } from "./rows.js";
import { borrow } from "./scratch.js";
import { topPlaces } from "./top.js";
/** The place in the order of a column's values that a sort takes of a slot: the least, or the greatest. -1: no value. */
function rankAt({ dictionary: { ranks }, rows }, row, order) {
    let best = -1;
    for (let i = row < 0 ? 0 : rows.starts.items[row], end = row < 0 ? 0 : rowEnd(rows, row); i < end; i++) {
        const rank = ranks[rows.codes.items[i]];
        if (best < 0 || (order === "asc" ? rank < best : rank > best))
            best = rank;
    }
    return best;
}
function columnKey(column, order, slots) {
    const key = borrow(slots.length).fill(Infinity);
    if (!column)
        return key;
    sortDictionary(column.dictionary);
    for (let place = 0, from = 0; place < slots.length; place++) {
        const row = rowOf(column.rows, slots[place], from);
        if (row < 0)
            continue;
        from = row;
        const rank = rankAt(column, row, order);
        key[place] = order === "asc" ? rank : -rank;
    }
    return key;
}
function keyOf(slots, read) {
    const key = borrow(slots.length);
    for (let place = 0; place < slots.length; place++)
        key[place] = read(slots[place]);
    return key;
}
const scoreKey = ({ slots, scores }, order) => keyOf(slots, (slot) => (order === "asc" ? scoreAt(scores, slot) : -scoreAt(scores, slot)));
/** The sort's fields as the columns of a type: a field that the type, or this caller, does not have has none. */
const sortColumns = ({ definition, views }, sort, scope) => sort.map(({ field, order }) => {
    const key = field === "_score" ? undefined : fieldNamed(definition, field, scope)?.key;
    return { order, score: field === "_score", column: key === undefined ? undefined : views.exact.get(key) };
});
const idOf = ({ views }, slot) => {
    const { dictionary, rows } = views.exact.get("_id");
    return String(dictionary.values[rows.codes.items[slot]]);
};
function sortValueOf({ score, column, order }, { scores }, slot) {
    if (score)
        return scoreAt(scores, slot);
    if (!column)
        return null;
    const rank = rankAt(column, rowOf(column.rows, slot), order);
    return rank < 0 ? null : column.dictionary.values[column.dictionary.sorted[rank]];
}
function orderKeys(matched, columns, scored) {
    const { index, slots } = matched;
    const asked = columns.map(({ order, score, column }) => score ? scoreKey(matched, order) : columnKey(column, order, slots));
    return [
        ...asked,
        ...(scored ? [scoreKey(matched, "desc")] : []),
        keyOf(slots, (slot) => -index.changed.items[slot]),
    ];
}
/** Where a value stands among a column's keys to order by; between two of them when no slot has it. */
function keyOfValue({ order, score, column }, value) {
    if (value === null)
        return Infinity;
    const sign = order === "asc" ? 1 : -1;
    if (score)
        return sign * Number(value);
    if (!column)
        return 0;
    const below = ranksWithin(column.dictionary, { lt: value }).high;
    const known = ranksWithin(column.dictionary, { lte: value }).high > below;
    return sign * (known ? below : below - 0.5);
}
/** A place's keys to order by, the same numbers as `orderKeys` gives the slots. */
const keysOfPlace = ({ sort, score, entry }, columns, scored) => [
    ...columns.map((column, i) => keyOfValue(column, sort[i] ?? null)),
    ...(scored ? [-score] : []),
    -entry.changed,
];
/** The first key that tells a place of the order, whose keys are `at`, from one of the matches. */
function compareTo(at, keys, place) {
    for (let i = 0; i < keys.length; i++) {
        const key = keys[i][place];
        if (at[i] !== key)
            return at[i] < key ? -1 : 1;
    }
    return 0;
}
/** The places of the matches that come behind a place of the order. */
function placesBehind({ index, slots }, keys, at, ref) {
    const behind = borrow(slots.length);
    let count = 0;
    for (let place = 0; place < slots.length; place++) {
        const order = compareTo(at, keys, place) ||
            compareText(ref.id, idOf(index, slots[place])) ||
            compareText(ref.type, index.definition.type);
        if (order < 0)
            behind[count++] = place;
    }
    return behind.subarray(0, count);
}
/** The first of a type's matches, as many as a page may need of them, in the order of `orderOf`. */
export function firstOf(matched, { sort, from, size, after }, scope) {
    const { index, slots, scores } = matched;
    if (size === 0)
        return [];
    const columns = sortColumns(index, sort, scope);
    const scored = sort.length === 0 && (after !== undefined || typeof scores !== "number");
    const keys = orderKeys(matched, columns, scored);
    const behind = after && placesBehind(matched, keys, keysOfPlace(after, columns, scored), after.entry.ref);
    const placeAt = (i) => (behind ? behind[i] : i);
    checkpoint();
    const first = topPlaces(behind?.length ?? slots.length, from + size, (i, j) => {
        const [a, b] = [placeAt(i), placeAt(j)];
        for (const key of keys) {
            const [x, y] = [key[a], key[b]];
            if (x !== y)
                return x < y ? -1 : 1;
        }
        return compareText(idOf(index, slots[a]), idOf(index, slots[b]));
    });
    return first.map((i) => {
        const slot = slots[placeAt(i)];
        return {
            entry: { ref: { type: index.definition.type, id: idOf(index, slot) }, changed: index.changed.items[slot] },
            score: scoreAt(scores, slot),
            sort: columns.map((column) => sortValueOf(column, matched, slot)),
            sequence: index.sequences.items[slot],
        };
    });
}
