import type { ApiParts, Expose } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** The answer to whoever scrapes. */
export declare function exposition(expose: Expose): Promise<Response>;
/** How the process is doing, for administrators: figures tell of everybody's searches. */
export declare const metricsRoute: ({ expose }: Pick<ApiParts, "expose">) => GuardedRoute;
