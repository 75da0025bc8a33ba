import type { ApiParts } from "../parts.ts";
import { type GuardedRoute } from "./route.ts";
/** Tells administrators which plugins are in use, and which were refused. */
export declare const loadedPluginsRoute: ({ plugins }: Pick<ApiParts, "plugins">) => GuardedRoute;
