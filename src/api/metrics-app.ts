import { Hono } from "hono";
import { messageOf } from "../errors.ts";
import type { Env } from "./env.ts";
import type { App } from "./app.ts";
import type { ApiParts, Expose } from "./parts.ts";
import { exposition } from "./routes/metrics.ts";

/** Whether the process can do what it is for; why not is told here, for nobody reaches this port but those who run it. */
const readiness = (ready: ApiParts["ready"]): Promise<Response> =>
  ready().then(
    () => Response.json({ status: "ready" }),
    (error: unknown) => Response.json({ status: "not ready", reason: messageOf(error) }, { status: 503 }),
  );

/**
 * What listens on the port of its own, to whoever reaches it: `GET /metrics`, `/healthz` and `/readyz`, and nothing else.
 * A process that only takes in has no other.
 */
export function createMetricsApp({ expose, ready }: Pick<ApiParts, "ready"> & { readonly expose: Expose }): App {
  const app: App = new Hono<Env>();
  app.get("/metrics", () => exposition(expose));
  app.get("/healthz", () => Response.json({ status: "ok" }));
  app.get("/readyz", () => readiness(ready));
  return app;
}
