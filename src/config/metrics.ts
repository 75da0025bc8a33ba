import { z } from "zod";
import { group } from "./group.ts";
import { portNumber } from "./setting.ts";

/** Where metrics are told without a token; undefined where they are for administrators alone. */
export const metrics = group({
  settings: {
    SEARCHLIGHT_METRICS_PORT: portNumber
      .optional()
      .describe(
        "a port that answers GET /metrics, /healthz and /readyz without a token; the API's own /metrics is for administrators",
      ),
    SEARCHLIGHT_METRICS_HOST: z.string().default("127.0.0.1").describe("where that port listens"),
  },
  of: ({ SEARCHLIGHT_METRICS_HOST: host, SEARCHLIGHT_METRICS_PORT: port }) =>
    port === undefined ? undefined : { host, port },
});
