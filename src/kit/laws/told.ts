import { operationOf, type Event, type ResourcePlugin } from "../../plugin.ts";
import { canonical } from "../../index/json.ts";
import { merge } from "../../index/merge.ts";
import { stateOf, type Operation } from "../../index/operation.ts";
import type { Resource } from "../../index/resource.ts";
import type { Samples } from "../samples.ts";
import { toldOfAnswer, type Heading } from "./samples.ts";

/** The operations that events mean to a plugin, in their order. */
export const toldOf = (plugin: ResourcePlugin, events: readonly Event[]): Operation[] =>
  events.flatMap((event) => plugin.apply(event).map((told) => operationOf(plugin.type, "event", told)));

/** The events of the samples that a plugin reads. */
export const eventsOf = ({ events }: ResourcePlugin, samples: Samples): Event[] =>
  samples.events
    .map(({ notification: { eventType, payload, timestamp } }) => ({ eventType, payload, observed: timestamp }))
    .filter(({ eventType }) => events.includes(eventType));

/** What the samples of a plugin's listing tell. */
function listedBy(plugin: ResourcePlugin, { lists }: Samples): Operation[] {
  return lists.flatMap(({ answer, says }) => {
    const heading = (says ?? {}) as Heading;
    const { type, list } = plugin;
    if (heading.type !== type || !list) return [];
    return toldOfAnswer(list, answer, heading).told.map((told) => operationOf(type, "listing", told));
  });
}

/** All that the samples say of a type. */
export const saidOf = (plugin: ResourcePlugin, samples: Samples): Operation[] => [
  ...toldOf(plugin, eventsOf(plugin, samples)),
  ...listedBy(plugin, samples),
];

/** The same events as if all of them concerned one resource: samples come from many, and laws are of how events meet. */
export function meeting(plugin: ResourcePlugin, events: readonly Event[]): Event[] {
  const ids = [...new Set(toldOf(plugin, events).map(({ ref }) => ref.id))];
  const [one = ""] = ids;
  const renamed = (text: string): string =>
    ids.reduce((all, id) => all.replaceAll(JSON.stringify(id), JSON.stringify(one)), text);
  return events.map((event) => ({ ...event, payload: JSON.parse(renamed(JSON.stringify(event.payload))) as unknown }));
}

/** The states that operations join to, by id. */
export function statesOf(operations: readonly Operation[]): Map<string, Resource> {
  const states = new Map<string, Resource>();
  for (const operation of operations) {
    const { id } = operation.ref;
    const before = states.get(id);
    states.set(id, before ? merge(before, stateOf(operation)) : stateOf(operation));
  }
  return states;
}

/** States as one text: equal states are equal texts. */
export const textOf = (states: ReadonlyMap<string, Resource>): string =>
  [...states.values()]
    .map((state) => canonical(state))
    .toSorted()
    .join("\n");
