import type { Cursors } from "../cursor.ts";
import type { Limits } from "../limits.ts";
import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/**
 * Finds resources. A GET may carry the same body as a POST, or say what it looks for in its address: then its answer links
 * to the next page.
 */
export declare const searchRoute: ({ store, catalog, policy, cursors, freshness, now, }: Pick<ApiParts, "store" | "catalog" | "policy" | "freshness" | "now"> & {
    cursors: Cursors;
}, limits: Limits) => GuardedRoute;
