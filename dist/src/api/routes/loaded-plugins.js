import { isAdmin } from "../../index/scope.js";
import { pluginReport } from "../plugin-report.js";
import { json, NO_BODY } from "./route.js";
const NONE = { plugins: [], refused: [] };
/** Tells administrators which plugins are in use, and which were refused. */
export const loadedPluginsRoute = ({ plugins = NONE }) => ({
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
