import { type Event, type ResourcePlugin } from "../../plugin.ts";
import { type Operation } from "../../index/operation.ts";
import type { Resource } from "../../index/resource.ts";
import type { Samples } from "../samples.ts";
/** The operations that events mean to a plugin, in their order. */
export declare const toldOf: (plugin: ResourcePlugin, events: readonly Event[]) => Operation[];
/** The events of the samples that a plugin reads. */
export declare const eventsOf: ({ events }: ResourcePlugin, samples: Samples) => Event[];
/** All that the samples say of a type. */
export declare const saidOf: (plugin: ResourcePlugin, samples: Samples) => Operation[];
/** The same events as if all of them concerned one resource: samples come from many, and laws are of how events meet. */
export declare function meeting(plugin: ResourcePlugin, events: readonly Event[]): Event[];
/** The states that operations join to, by id. */
export declare function statesOf(operations: readonly Operation[]): Map<string, Resource>;
/** States as one text: equal states are equal texts. */
export declare const textOf: (states: ReadonlyMap<string, Resource>) => string;
