import { entryOf } from "./entry.js";
import { merge } from "./merge.js";
import { stateOf } from "./operation.js";
import { exists, lastTold } from "./resource.js";
const NOTHING = { operations: [], change: "none" };
/** Parts that are not there any more. They go at their own version: a change since then, told by an event, stays. */
function lostParts({ ref, parts }, { operations, whole, observed }) {
    const told = new Set(operations.flatMap((operation) => (operation.kind === "put" ? [operation.part] : [])));
    return Object.entries(parts)
        .filter(([part, { fields }]) => fields && !told.has(part) && whole.some((prefix) => part.startsWith(`${prefix}/`)))
        .map(([part, { version }]) => {
        const stamp = { source: version[0], observed };
        return { kind: "put", ref, part, fields: null, by: "listing", stamp };
    });
}
/** Whether two states of one resource say the same, whenever they were told it. */
function sameContent(a, b) {
    const hashes = ({ parts }) => JSON.stringify(Object.entries(parts).flatMap(([part, { fields, version }]) => (fields ? [part, version[2]] : [])));
    return hashes(a) === hashes(b);
}
/**
 * Compares what the index holds of a resource with what a listing told of it, either of which may be missing. What was
 * told is always stored, even when it is nothing new: it outlives older events that are still on their way.
 *
 * `askedAt` is when an owner's resources were listed completely, if they were. What was told of later is not missing.
 */
export function reconcile(definition, held, report, askedAt) {
    if (report) {
        const operations = [...report.operations, ...(held ? lostParts(held, report) : [])];
        const after = operations.map(stateOf).reduce(merge, held ?? stateOf(operations[0]));
        if (!held || !exists(held))
            return { operations, change: exists(after) ? "new" : "none" };
        return { operations, change: sameContent(held, after) ? "none" : "changed" };
    }
    const entry = held && entryOf(definition, held);
    if (!held || !entry)
        return NOTHING;
    const owner = definition.access.owner === undefined ? undefined : entry.source[definition.access.owner];
    const observed = askedAt(typeof owner === "string" ? owner : undefined);
    if (observed === undefined)
        return { operations: [], change: "kept" };
    if (lastTold(held) >= observed)
        return NOTHING;
    const gone = {
        ref: held.ref,
        by: "listing",
        kind: "remove",
        final: false,
        stamp: { source: 0, observed },
    };
    return { operations: [gone], change: "gone" };
}
