import { compareVersions, newerVersion } from "./version.js";
const newerPart = (a, b) => a === undefined ? b : b === undefined || compareVersions(a.version, b.version) >= 0 ? a : b;
function unite(a, b, join) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
    return Object.fromEntries(keys.map((key) => [
        key,
        join(Object.hasOwn(a, key) ? a[key] : undefined, Object.hasOwn(b, key) ? b[key] : undefined),
    ]));
}
const latest = (x, y) => Math.max(x ?? -1, y ?? -1);
const higher = (x, y) => newerVersion(x, y);
/** The prefix that a part's floor is kept under: `members/<project>` → `members`; a part without a slash has none. */
const prefixOf = (part) => {
    const slash = part.indexOf("/");
    return slash < 0 ? undefined : part.slice(0, slash);
};
/** A child below its floor leaves nothing behind: the floor says all that needs saying, however late the child comes. */
function aboveFloors(parts, floors) {
    const cleared = ([name, part]) => {
        const prefix = prefixOf(name);
        const floor = prefix !== undefined && Object.hasOwn(floors, prefix) ? floors[prefix] : undefined;
        return floor !== undefined && compareVersions(part.version, floor) < 0;
    };
    return Object.fromEntries(Object.entries(parts).filter((entry) => !cleared(entry)));
}
/**
 * The join of two states of one resource. **Invariant:** commutative, associative and idempotent, so that any order, any
 * repeats and any split over workers end in the same state. Keys come out sorted: equal states are equal texts.
 */
export function merge(a, b) {
    const floors = unite(a.floors, b.floors, higher);
    return {
        ref: a.ref,
        life: unite(a.life, b.life, latest),
        parts: aboveFloors(unite(a.parts, b.parts, newerPart), floors),
        floors,
    };
}
