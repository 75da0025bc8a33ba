import { Histogram, type Registry } from "prom-client";

/** One answered HTTP request. `route` is the address as it is described (`/v1/resources/{type}/{id}`), never as it was asked. */
export type Answered = {
  readonly method: string;
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
};

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts and times answered requests: `searchlight_http_request_duration_seconds`. */
export function requestMeter(registry: Registry): (answered: Answered) => void {
  const duration = new Histogram({
    name: "searchlight_http_request_duration_seconds",
    help: "Time until an HTTP request was answered, or an export's answer begun.",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return ({ method, route = "other", status, seconds }) =>
    duration.observe({ method: METHODS.has(method) ? method : "other", route, status }, seconds);
}
