import type { Accept } from "../accept.ts";
import { type GuardedRoute } from "./route.ts";
/** Takes notifications in. 200 says that all are stored (or say nothing of a resource here), durably. */
export declare const notificationsRoute: (accept: Accept | undefined) => GuardedRoute;
