import type { Operation } from "../index/operation.ts";
import type { ResourcePlugin } from "../plugin.ts";
import type { Notification } from "./notification.ts";

/**
 * What a notification means: operations (none: it says nothing of a resource that we index), or why it cannot be used.
 * The reason names fields, never values: payloads can hold secrets.
 */
export type Routed = { readonly operations: readonly Operation[] } | { readonly unusable: string };

/** Notification → what it means, through the plugins. Pure. */
export type Router = (notification: Notification) => Routed;

const NOTHING: Routed = { operations: [] };

/** Where zod says a payload is wrong, without what it holds; for anything else, that the plugin itself failed. */
function reasonOf(error: unknown): string {
  const issues = (error as { issues?: readonly { path: readonly PropertyKey[]; code: string }[] }).issues;
  if (!Array.isArray(issues)) return `the plugin failed with a ${error instanceof Error ? error.name : typeof error}`;
  const places = issues
    .slice(0, 5)
    .map(
      (issue: { path: readonly PropertyKey[]; code: string }) =>
        `${issue.path.map(String).join(".") || "payload"} (${issue.code})`,
    );
  return `the payload is not what the service sends: ${places.join(", ")}`;
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
          .map(({ id, ...told }) => ({ ...told, ref: { type: plugin.type, id }, by: "event" }) as Operation),
      );
      return { operations };
    } catch (error) {
      return { unusable: `${eventType}: ${reasonOf(error)}` };
    }
  };
}
