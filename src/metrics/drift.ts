import { Counter, Gauge, type Registry } from "prom-client";

/**
 * What a comparison of one type's index with its service found, before it was repaired. `drifts` are by how resources
 * differ; `since` is when the first may have begun to, in microseconds since 1970.
 */
export type Compared = {
  readonly type: string;
  readonly drifts: { readonly [difference: string]: { readonly count: number; readonly since: number | undefined } };
  readonly written: number;
  readonly seconds: number;
  readonly problems: readonly string[];
};

/** Tells how true the index is, by type. `now` is milliseconds since 1970. */
export function driftMeter(registry: Registry, now: () => number = Date.now): (compared: Compared) => void {
  const registers = [registry];
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name: `searchlight_${name}`, help, labelNames, registers });
  const resources = gauge(
    "drift_resources",
    "Resources that the last comparison found index and service to say otherwise of, before it repaired them.",
    "type",
    "difference",
  );
  const age = gauge("drift_age_seconds", "For how long at most the first of them had.", "type", "difference");
  const duration = gauge("sync_duration_seconds", "What the last comparison took.", "type");
  const problems = gauge("sync_problems", "What kept the last comparison from being complete.", "type");
  const completed = gauge("sync_last_completed_timestamp_seconds", "When a comparison was last complete.", "type");
  const written = new Counter({
    name: "searchlight_sync_written_total",
    help: "Resources that comparisons repaired.",
    labelNames: ["type"],
    registers,
  });
  return ({ type, drifts, ...compared }) => {
    for (const [difference, { count, since }] of Object.entries(drifts)) {
      resources.set({ type, difference }, count);
      age.set({ type, difference }, since === undefined ? 0 : Math.max(0, now() / 1000 - since / 1e6));
    }
    duration.set({ type }, compared.seconds);
    problems.set({ type }, compared.problems.length);
    written.inc({ type }, compared.written);
    if (compared.problems.length === 0) completed.set({ type }, now() / 1000);
  };
}
