import { messageOf } from "../../../errors.js";
import { entryOf } from "../../entry.js";
import { merge } from "../../merge.js";
import { stateOf } from "../../operation.js";
import { stateIn, textOf } from "./state-text.js";
const STORED = { stored: true };
/** Operations by the resource that they speak of, so that each is read, indexed and written once for a batch. */
function gather({ catalog }, operations, outcomes) {
    const gathered = new Map();
    for (const [at, operation] of operations.entries()) {
        const { ref } = operation;
        const definition = catalog.get(ref.type);
        if (!definition) {
            outcomes[at] = { stored: false, reason: `resource type '${ref.type}' is not in the list of enabled plugins` };
            continue;
        }
        const key = `${ref.type}\n${ref.id}`;
        const known = gathered.get(key);
        if (known)
            known.told.push({ at, operation });
        else
            gathered.set(key, { ref, definition, told: [{ at, operation }] });
    }
    return gathered.values();
}
function join(before, operation) {
    const told = stateOf(operation);
    return merge(before ?? told, told);
}
/** One operation after another, each tried alone: only those that do not fit are left out. */
function joinEach({ definition, told }, before, outcomes) {
    let joined = { state: before, entry: before && entryOf(definition, before) };
    for (const { at, operation } of told) {
        try {
            const state = join(joined.state, operation);
            joined = { state, entry: entryOf(definition, state) };
        }
        catch (error) {
            outcomes[at] = { stored: false, reason: `it cannot be indexed: ${messageOf(error)}` };
        }
    }
    return joined;
}
function joinAll(gathered, before, outcomes) {
    try {
        const state = gathered.told.reduce((state, { operation }) => join(state, operation), before);
        return { state, entry: state && entryOf(gathered.definition, state) };
    }
    catch {
        // Tried again one by one, where the reason is told of the operation that it belongs to.
        return joinEach(gathered, before, outcomes);
    }
}
/** What a batch makes of the states on disk. Nothing is written yet; a state that stays the same is not among the changes. */
export function mergeBatch(held, operations) {
    const outcomes = operations.map(() => STORED);
    const changes = [];
    for (const gathered of gather(held, operations, outcomes)) {
        const before = held.table.read(gathered.ref);
        const joined = joinAll(gathered, before === undefined ? undefined : stateIn(before, gathered.ref), outcomes);
        if (!joined.state)
            continue;
        const text = textOf(joined.state);
        if (text !== before)
            changes.push({ state: joined.state, text, entry: joined.entry });
    }
    return { changes, outcomes };
}
