import { placesOf } from "../errors.ts";
import type { Operation } from "../index/operation.ts";
import { operationOf, type ResourcePlugin } from "../plugin.ts";
import type { Notification } from "./notification.ts";

/**
 * What a notification means: operations (none: it says nothing of a resource that we index), or why it cannot be used.
 * The reason names fields, never values: payloads can hold secrets.
 */
type Routed = { readonly operations: readonly Operation[] } | { readonly unusable: string };

/** Notification → what it means, through the plugins. Pure. */
export type Router = (notification: Notification) => Routed;

const NOTHING: Routed = { operations: [] };

function reasonOf(error: unknown): string {
  const places = placesOf(error);
  if (places !== undefined) return `the payload is not what the service sends: ${places}`;
  return `the plugin failed with a ${error instanceof Error ? error.name : typeof error}`;
}

/** A router over these plugins. An event may concern several types. */
export function routerOf(plugins: readonly ResourcePlugin[]): Router {
  const byEvent = new Map<string, ResourcePlugin[]>();
  for (const plugin of plugins) {
    for (const event of plugin.events) byEvent.set(event, [...(byEvent.get(event) ?? []), plugin]);
  }
  return ({ eventType, payload, timestamp }) => {
    const interested = byEvent.get(eventType);
    if (!interested) return NOTHING;
    try {
      const operations = interested.flatMap((plugin) =>
        plugin
          .apply({ eventType, payload, observed: timestamp })
          .map((told) => operationOf(plugin.type, "event", told)),
      );
      return { operations };
    } catch (error) {
      return { unusable: `${eventType}: ${reasonOf(error)}` };
    }
  };
}
