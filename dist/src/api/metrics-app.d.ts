import type { App } from "./app.ts";
import type { Expose } from "./parts.ts";
/** What listens on the metrics' own port: `GET /metrics`, to whoever reaches the port, and nothing else. */
export declare function createMetricsApp(expose: Expose): App;
