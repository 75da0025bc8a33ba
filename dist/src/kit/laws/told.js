import { operationOf } from "../../plugin.js";
import { canonical } from "../../index/json.js";
import { merge } from "../../index/merge.js";
import { stateOf } from "../../index/operation.js";
import { LISTED } from "./samples.js";
/** The operations that events mean to a plugin, in their order. */
export const toldOf = (plugin, events) => events.flatMap((event) => plugin.apply(event).map((told) => operationOf(plugin.type, "event", told)));
/** The events of the samples that a plugin reads. */
export const eventsOf = ({ events }, samples) => samples.events
    .map(({ notification: { eventType, payload, timestamp } }) => ({ eventType, payload, observed: timestamp }))
    .filter(({ eventType }) => events.includes(eventType));
/** What the samples of a plugin's listing tell. */
function listedBy(plugin, { lists }) {
    return lists.flatMap(({ answer, says }) => {
        const { type, item } = (says ?? {});
        const { list } = plugin;
        if (type !== plugin.type || !list || item)
            return [];
        const rows = list.requests(["any"])[0]?.items(answer) ?? [];
        return rows.flatMap((row) => list.map(row, LISTED)).map((told) => operationOf(type, "listing", told));
    });
}
/** All that the samples say of a type. */
export const saidOf = (plugin, samples) => [
    ...toldOf(plugin, eventsOf(plugin, samples)),
    ...listedBy(plugin, samples),
];
/** The same events as if all of them concerned one resource: samples come from many, and laws are of how events meet. */
export function meeting(plugin, events) {
    const ids = [...new Set(toldOf(plugin, events).map(({ ref }) => ref.id))];
    const [one = ""] = ids;
    const renamed = (text) => ids.reduce((all, id) => all.replaceAll(JSON.stringify(id), JSON.stringify(one)), text);
    return events.map((event) => ({ ...event, payload: JSON.parse(renamed(JSON.stringify(event.payload))) }));
}
/** The states that operations join to, by id. */
export function statesOf(operations) {
    const states = new Map();
    for (const operation of operations) {
        const { id } = operation.ref;
        const before = states.get(id);
        states.set(id, before ? merge(before, stateOf(operation)) : stateOf(operation));
    }
    return states;
}
/** States as one text: equal states are equal texts. */
export const textOf = (states) => [...states.values()]
    .map((state) => canonical(state))
    .toSorted()
    .join("\n");
