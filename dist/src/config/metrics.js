import { z } from "zod";
import { group } from "./group.js";
import { portNumber } from "./setting.js";
/** Where metrics are told without a token; undefined where they are for administrators alone. */
export const metrics = group({
    settings: {
        SEARCHLIGHT_METRICS_PORT: portNumber
            .optional()
            .describe("a port that answers GET /metrics without a token; the API's own is for administrators"),
        SEARCHLIGHT_METRICS_HOST: z.string().default("127.0.0.1").describe("where that port listens"),
    },
    of: ({ SEARCHLIGHT_METRICS_HOST: host, SEARCHLIGHT_METRICS_PORT: port }) => port === undefined ? undefined : { host, port },
});
