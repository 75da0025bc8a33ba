import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** Tells which fields there are, in which types, and what can be done with them. */
export declare const fieldsRoute: ({ catalog, policy }: Pick<ApiParts, "catalog" | "policy">) => GuardedRoute;
