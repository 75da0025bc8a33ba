import type { Report } from "../index/reconcile.ts";
import { type Listing, type ResourcePlugin } from "../plugin.ts";
import type { Keystone } from "./keystone.ts";
/**
 * What the listings of a type told.
 *
 * - `reports`: by resource id.
 * - `askedAt`: when the owner's resources were listed completely, in microseconds since 1970; undefined where that was
 *   not so, and then a resource that is not in `reports` is not missing.
 * - `problems`: what went wrong, in words.
 */
export type Listed = {
    readonly reports: ReadonlyMap<string, Report>;
    readonly askedAt: (owner: string | undefined) => number | undefined;
    readonly problems: readonly string[];
};
/**
 * Everything that the listings of a type tell, all pages of them, or the problems that kept them from it. A listing that
 * failed, was cut, or could not be read in part is never taken for complete.
 *
 * @throws whatever `signal` was aborted with
 */
export declare function listResources(plugin: ResourcePlugin, list: Listing, keystone: Keystone, signal?: AbortSignal): Promise<Listed>;
