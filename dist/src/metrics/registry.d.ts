import { Registry } from "prom-client";
/** What is exposed, in Prometheus' text format. */
export type Exposed = {
    readonly contentType: string;
    readonly text: string;
};
/**
 * A registry of one service's own, with the process's metrics (`process_…`, `nodejs_…`) in it. Instruments are made by
 * the files beside this one, each handed on as a function that is all its user needs.
 *
 * Names are `searchlight_…_total`, `_seconds` or `_bytes`; a label has few values, which no caller can add to.
 */
export declare function createRegistry(): Registry;
/** All that a registry holds at this moment. */
export declare const expose: (registry: Registry) => Promise<Exposed>;
