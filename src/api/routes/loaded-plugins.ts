import { isAdmin } from "../../index/scope.ts";
import type { ApiParts } from "../parts.ts";
import { pluginReport, type PluginReport } from "../plugin-report.ts";
import { json, NO_BODY, type GuardedRoute } from "./route.ts";

const NONE: PluginReport = { plugins: [], refused: [] };

/** Tells administrators which plugins are in use, and which were refused. */
export const loadedPluginsRoute = ({ plugins = NONE }: Pick<ApiParts, "plugins">): GuardedRoute => ({
  ...NO_BODY,
  admits: isAdmin,
  wants: "admin",
  metered: true,
  methods: ["GET"],
  path: "/v1/plugins",
  says: {
    summary: "List the plugins in use, and those that were refused",
    answers: [{ status: 200, says: "Of the process that answers", schema: pluginReport }],
    fails: [],
  },
  handle: async () => json(plugins),
});
