import { Gauge, type Registry } from "prom-client";

/** Tells by type how many resources should be made anew. Types that were told of before and are not now have none. */
export function outdatedMeter(
  registry: Registry,
): (outdated: readonly { readonly type: string; readonly resources: number }[]) => void {
  const gauge = new Gauge({
    name: "searchlight_index_outdated_resources",
    help: "Resources that are indexed as an earlier definition or version had it: run `searchlight rebuild`.",
    labelNames: ["type"],
    registers: [registry],
  });
  return (outdated) => {
    gauge.reset();
    for (const { type, resources } of outdated) gauge.set({ type }, resources);
  };
}
