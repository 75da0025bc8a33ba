import { hasBit, setBit } from "./bitset.js";
import { compactColumn, GONE } from "./column.js";
import { sortDictionary } from "./dictionary.js";
import { pushWide, wideList } from "./growable.js";
import { noViews, VIEWS } from "./type-index.js";
/** Fewer dead slots than this are not worth the work. */
const MIN_DEAD = 1024;
/** Fewer new values than this may wait for a search to sort them: some milliseconds' work. */
const MIN_UNSORTED = 10_000;
/** Renumbers what is alive once more than half is dead: each change then costs the same on average. */
function compactIfWorthwhile(index) {
    const dead = index.slots - index.alive;
    if (dead < MIN_DEAD || dead <= index.alive)
        return;
    const moved = new Uint32Array(index.slots).fill(GONE);
    const [changed, sequences] = [wideList(), wideList()];
    let next = 0;
    for (let slot = 0; slot < index.slots; slot++) {
        if (!hasBit(index.live, slot))
            continue;
        moved[slot] = next++;
        pushWide(changed, index.changed.items[slot]);
        pushWide(sequences, index.sequences.items[slot]);
    }
    const views = noViews();
    for (const view of VIEWS) {
        for (const [key, old] of index.views[view]) {
            const fresh = compactColumn(old, moved);
            if (fresh.rows.slots.length > 0)
                views[view].set(key, fresh);
        }
    }
    const live = new Uint32Array(Math.max(1, (next + 31) >>> 5));
    for (let slot = 0; slot < next; slot++)
        setBit(live, slot);
    Object.assign(index, {
        views,
        audience: compactColumn(index.audience, moved),
        changed,
        sequences,
        live,
        slots: next,
    });
}
/** Sorts what more than doubled since it was sorted: searches keep the rest in order, and each value costs the same on average. */
function sortIfWorthwhile({ views }) {
    for (const view of VIEWS) {
        for (const { dictionary } of views[view].values()) {
            const { values, sorted } = dictionary;
            if (values.length - sorted.length > Math.max(MIN_UNSORTED, sorted.length))
                sortDictionary(dictionary);
        }
    }
}
/** Does what would otherwise make a search wait; called after changes, a batch at a time. */
export function tend(index) {
    compactIfWorthwhile(index);
    sortIfWorthwhile(index);
}
