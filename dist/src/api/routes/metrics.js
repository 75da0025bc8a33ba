import { z } from "zod";
import { SearchlightError } from "../../errors.js";
import { isAdmin } from "../../index/scope.js";
import { NO_BODY } from "./route.js";
/** The answer to whoever scrapes. */
export async function exposition(expose) {
    const { contentType, text } = await expose();
    return new Response(text, { headers: { "Content-Type": contentType } });
}
/** How the process is doing, for administrators: figures tell of everybody's searches. */
export const metricsRoute = ({ expose }) => ({
    ...NO_BODY,
    admits: isAdmin,
    wants: "admin",
    metered: false,
    methods: ["GET"],
    path: "/metrics",
    says: {
        summary: "How is the process doing?",
        description: "For Prometheus. SEARCHLIGHT_METRICS_PORT opens a port that answers this, and nothing else, without a token.",
        answers: [{ status: 200, says: "Prometheus' text format", schema: z.string(), types: ["text/plain"] }],
        fails: ["not-found"],
    },
    handle: async () => {
        if (!expose)
            throw new SearchlightError("not-found", "This process keeps no metrics");
        return exposition(expose);
    },
});
