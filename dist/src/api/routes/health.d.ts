import type { ApiParts } from "../parts.ts";
import { type OpenRoute } from "./route.ts";
/** Whether the process lives, and whether it can answer. */
export declare const healthRoutes: ({ ready, log }: Pick<ApiParts, "ready" | "log">) => OpenRoute[];
