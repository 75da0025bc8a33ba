import { collectDefaultMetrics, Registry } from "prom-client";
/**
 * A registry of one service's own, with the process's metrics (`process_…`, `nodejs_…`) in it. Instruments are made by
 * the files beside this one, each handed on as a function that is all its user needs.
 *
 * Names are `searchlight_…_total`, `_seconds` or `_bytes`; a label has few values, which no caller can add to.
 */
export function createRegistry() {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return registry;
}
/** All that a registry holds at this moment. */
export const expose = async (registry) => ({
    contentType: registry.contentType,
    text: await registry.metrics(),
});
