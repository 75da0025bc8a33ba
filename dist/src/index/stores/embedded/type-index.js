import { clearBit, hasBit, setBit } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { addValues, column } from "./column.js";
import { pushWide, wideList } from "./growable.js";
import { lastPosting } from "./postings.js";
export const VIEWS = ["exact", "numbers", "words", "folded"];
/** In `audience`, everybody; a project is its id after an equals sign, so no id is mistaken for everybody. */
export const EVERYBODY = "*";
export const projectKey = (projectId) => `=${projectId}`;
export const noViews = () => ({
    exact: new Map(),
    numbers: new Map(),
    words: new Map(),
    folded: new Map(),
});
export const typeIndex = (definition) => ({
    definition,
    views: noViews(),
    audience: column(),
    changed: wideList(),
    sequences: wideList(),
    live: new Uint32Array(1),
    slots: 0,
    alive: 0,
});
const columnOf = (columns, key) => {
    const known = columns.get(key);
    if (known)
        return known;
    const fresh = column();
    columns.set(key, fresh);
    return fresh;
};
/** What a resource is, rather than what it says (see `fieldNamed`): no field of a type hides it. */
const isIdentity = (key) => key === "_id" || key === "_type";
function addView(columns, slot, values) {
    for (const key in values)
        if (!isIdentity(key))
            addValues(columnOf(columns, key), slot, values[key]);
}
const audienceOf = ({ listedBy }) => listedBy === "everybody" ? [EVERYBODY] : listedBy.map(projectKey);
/** The live slot of a resource; -1 when the index has none. */
function slotOf({ views, live }, id) {
    const ids = views.exact.get("_id");
    const code = ids && codeOf(ids.dictionary, id);
    if (!ids || code === undefined)
        return -1;
    const slot = lastPosting(ids.postings, code);
    return hasBit(live, slot) ? slot : -1;
}
/** Forgets a resource, if it is there. */
export function removeEntry(index, id) {
    const slot = slotOf(index, id);
    if (slot < 0)
        return;
    clearBit(index.live, slot);
    index.alive--;
}
/** Puts a resource in place of what was known of it. `sequence` is where its state is kept. */
export function addEntry(index, entry, sequence) {
    removeEntry(index, entry.ref.id);
    const slot = index.slots++;
    if (slot >>> 5 === index.live.length) {
        const live = new Uint32Array(index.live.length * 2);
        live.set(index.live);
        index.live = live;
    }
    const { exact, numbers, words, folded } = index.views;
    addValues(columnOf(exact, "_id"), slot, [entry.ref.id]);
    addValues(columnOf(exact, "_type"), slot, [entry.ref.type]);
    addView(exact, slot, entry.exact);
    addView(numbers, slot, entry.numbers);
    addView(words, slot, entry.words);
    addView(folded, slot, entry.folded);
    addValues(index.audience, slot, audienceOf(entry.access));
    pushWide(index.changed, entry.changed);
    pushWide(index.sequences, sequence);
    setBit(index.live, slot);
    index.alive++;
}
