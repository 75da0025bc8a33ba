import type { Limits } from "../limits.ts";
import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** Tells the fields of types, and what values they have how often. */
export declare const facetsRoute: ({ store, catalog, policy }: Pick<ApiParts, "store" | "catalog" | "policy">, limits: Limits) => GuardedRoute;
