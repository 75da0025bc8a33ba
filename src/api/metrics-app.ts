import { Hono } from "hono";
import type { Env } from "./env.ts";
import type { App } from "./app.ts";
import type { Expose } from "./parts.ts";
import { exposition } from "./routes/metrics.ts";

/** What listens on the metrics' own port: `GET /metrics`, to whoever reaches the port, and nothing else. */
export function createMetricsApp(expose: Expose): App {
  const app: App = new Hono<Env>();
  app.get("/metrics", () => exposition(expose));
  return app;
}
