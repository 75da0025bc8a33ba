import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** One resource by its id, which may hold slashes. There is no telling one that is hidden from one that is not there. */
export declare const resourcesRoute: ({ store, policy }: Pick<ApiParts, "store" | "policy">) => GuardedRoute;
