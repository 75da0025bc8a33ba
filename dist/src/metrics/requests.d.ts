import { type Registry } from "prom-client";
/** One answered HTTP request. `route` is the address as it is described (`/v1/resources/{type}/{id}`), never as it was asked. */
export type Answered = {
    readonly method: string;
    readonly route: string | undefined;
    readonly status: number;
    readonly seconds: number;
};
/** Counts and times answered requests: `searchlight_http_request_duration_seconds`. */
export declare function requestMeter(registry: Registry): (answered: Answered) => void;
