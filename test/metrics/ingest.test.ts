import assert from "node:assert/strict";
import { test } from "node:test";
import { ingestMeter, lagGauge, standstillGauge } from "../../src/metrics/ingest.ts";
import { createRegistry, expose } from "../../src/metrics/registry.ts";

/** The samples of one metric, without its help. */
const samples = (text: string, name: string): string[] =>
  text.split("\n").filter((line) => line.startsWith(name) && !line.includes("_bucket"));

test("records are counted by topic and by what became of them; the age of what was stored, by type too", async () => {
  const registry = createRegistry();
  const { handled, retried } = ingestMeter(registry);
  handled([
    { topic: "notifications.info", result: "stored", types: ["Rocket"], ageSeconds: 0.25 },
    { topic: "notifications.info", result: "stored", types: ["Rocket"], ageSeconds: -3 },
    { topic: "notifications.info", result: "ignored" },
    { topic: "notifications.error", result: "rejected" },
  ]);
  retried("store");
  const { text } = await expose(registry);
  assert.deepEqual(samples(text, "searchlight_ingest"), [
    'searchlight_ingest_records_total{topic="notifications.info",result="stored"} 2',
    'searchlight_ingest_records_total{topic="notifications.info",result="ignored"} 1',
    'searchlight_ingest_records_total{topic="notifications.error",result="rejected"} 1',
    'searchlight_ingest_freshness_seconds_sum{type="Rocket",topic="notifications.info"} 0.25',
    'searchlight_ingest_freshness_seconds_count{type="Rocket",topic="notifications.info"} 2',
    'searchlight_ingest_retries_total{what="store"} 1',
  ]);
});

test("lag and standstill are what they are when asked; what the brokers do not tell is not told", async () => {
  const registry = createRegistry();
  let partitions = [{ topic: "t", partition: 0, records: 7 }];
  let stands = true;
  lagGauge(registry, async () => partitions);
  standstillGauge(registry, () => stands);
  const told = async (): Promise<string[]> => samples((await expose(registry)).text, "searchlight_ingest");
  assert.deepEqual(await told(), [
    'searchlight_ingest_lag_records{topic="t",partition="0"} 7',
    "searchlight_ingest_standstill 1",
  ]);
  [partitions, stands] = [[], false];
  assert.deepEqual(await told(), ["searchlight_ingest_standstill 0"]);
});
