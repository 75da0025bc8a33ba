import { Histogram } from "prom-client";
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Counts and times answered requests: `searchlight_http_request_duration_seconds`. */
export function requestMeter(registry) {
    const duration = new Histogram({
        name: "searchlight_http_request_duration_seconds",
        help: "Time until an HTTP request was answered, or an export's answer begun.",
        labelNames: ["method", "route", "status"],
        buckets: BUCKETS,
        registers: [registry],
    });
    return ({ method, route = "other", status, seconds }) => duration.observe({ method: METHODS.has(method) ? method : "other", route, status }, seconds);
}
