import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What became of one record: of which topic it was, and for what was stored, of which types and how old it was by then. */
export type RecordFate = {
  readonly topic: string;
  readonly result: "stored" | "ignored" | "rejected";
  readonly types?: readonly string[];
  readonly ageSeconds?: number;
};

/** How many records a partition holds that the group has not acknowledged. */
export type PartitionLag = { readonly topic: string; readonly partition: number; readonly records: number };

const AGES = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200, 86_400];

/** Counts records and what they came to, how old they were when they were durable, and what had to be tried again. */
export function ingestMeter(registry: Registry): {
  readonly handled: (records: readonly RecordFate[]) => void;
  readonly retried: (what: string) => void;
} {
  const records = new Counter({
    name: "searchlight_ingest_records_total",
    help: "Records that were read, by what became of them; rejected ones are in the dead letters.",
    labelNames: ["topic", "result"],
    registers: [registry],
  });
  const age = new Histogram({
    name: "searchlight_ingest_freshness_seconds",
    help: "Time from an event to when it was durable; searchable then (embedded), or at the next refresh (Elasticsearch).",
    labelNames: ["type", "topic"],
    buckets: AGES,
    registers: [registry],
  });
  const retries = new Counter({
    name: "searchlight_ingest_retries_total",
    help: "Tries that failed and were repeated, by what was tried.",
    labelNames: ["what"],
    registers: [registry],
  });
  return {
    handled: (fates) => {
      for (const { topic, result, types = [], ageSeconds } of fates) {
        records.inc({ topic, result });
        if (ageSeconds !== undefined) for (const type of types) age.observe({ type, topic }, Math.max(0, ageSeconds));
      }
    },
    retried: (what) => retries.inc({ what }),
  };
}

/** Tells whether the ingest stands still, at the moment that it is asked. */
export function standstillGauge(registry: Registry, standsStill: () => boolean): void {
  const gauge = new Gauge({
    name: "searchlight_ingest_standstill",
    help: "1 while tries fail one after another and nothing is read on; /readyz and the log say why.",
    registers: [],
    collect() {
      this.set(standsStill() ? 1 : 0);
    },
  });
  registry.registerMetric(gauge);
}

/** Tells the lag of the whole consumer group, asked of the brokers; nothing while they do not answer. */
export function lagGauge(registry: Registry, lag: () => Promise<readonly PartitionLag[]>): void {
  const gauge = new Gauge({
    name: "searchlight_ingest_lag_records",
    help: "Records that the consumer group has not acknowledged, by partition; the same from every process of the group.",
    labelNames: ["topic", "partition"],
    registers: [],
    async collect() {
      const partitions = await lag();
      this.reset();
      for (const { topic, partition, records } of partitions) this.set({ topic, partition }, records);
    },
  });
  registry.registerMetric(gauge);
}
