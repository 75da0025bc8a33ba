import { Hono } from "hono";
import { exposition } from "./routes/metrics.js";
/** What listens on the metrics' own port: `GET /metrics`, to whoever reaches the port, and nothing else. */
export function createMetricsApp(expose) {
    const app = new Hono();
    app.get("/metrics", () => exposition(expose));
    return app;
}
