import type { Cursors } from "../cursor.ts";
import type { Limits } from "../limits.ts";
import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** Everything that a search matches, as a stream. */
export declare const exportRoute: ({ store, catalog, policy, cursors, log, now, }: Pick<ApiParts, "store" | "catalog" | "policy" | "log" | "now"> & {
    cursors: Cursors;
}, limits: Limits) => GuardedRoute;
