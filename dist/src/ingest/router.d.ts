import type { Operation } from "../index/operation.ts";
import { type ResourcePlugin } from "../plugin.ts";
import type { Notification } from "./notification.ts";
/**
 * What a notification means: operations (none: it says nothing of a resource that we index), or why it cannot be used.
 * The reason names fields, never values: payloads can hold secrets.
 */
type Routed = {
    readonly operations: readonly Operation[];
} | {
    readonly unusable: string;
};
/** Notification → what it means, through the plugins. Pure. */
export type Router = (notification: Notification) => Routed;
/** A router over these plugins. An event may concern several types. */
export declare function routerOf(plugins: readonly ResourcePlugin[]): Router;
export {};
