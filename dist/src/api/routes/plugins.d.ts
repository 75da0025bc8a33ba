import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** Names the resource types that the caller may search. */
export declare const pluginsRoute: ({ catalog, policy }: Pick<ApiParts, "catalog" | "policy">) => GuardedRoute;
