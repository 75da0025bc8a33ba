import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { TypeReport } from "../../src/cloud/sync.ts";
import { syncing } from "../../src/commands/syncing.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { createLog } from "../../src/log.ts";
import { driftMeter } from "../../src/metrics/drift.ts";
import { createRegistry, expose } from "../../src/metrics/registry.ts";
import { definePlugin, keyword, put } from "../../src/plugin.ts";
import { standIn } from "./stand-in.ts";

const cloud = await standIn();
after(() => cloud.close());

const DAY = 86_400_000;
const BEGUN = Date.parse("2026-11-22T20:00:00Z");

const thing = definePlugin({
  type: "Thing",
  events: [],
  schema: { id: keyword() },
  access: {},
  apply: () => [],
  list: {
    service: "image",
    perProject: false,
    requests: () => [{ path: "/things", items: (answer) => answer as unknown[] }],
    map: (item, { observed }) => [put(item as string, { id: item as string }, { source: BEGUN * 1000, observed })],
  },
});

/** A schedule against a stand-in; resolves with what was reported once that is so many, and the schedule is over. */
async function reported(count: number, told: (report: TypeReport) => void = () => {}): Promise<TypeReport[]> {
  const store = memoryStore(catalogOf([thing]));
  const reports: TypeReport[] = [];
  const stop = new AbortController();
  await syncing(
    {
      every: 1,
      log: createLog("silent"),
      sync: { store, apply: (operations) => store.apply(operations), plugins: [thing], cloud: cloud.account },
      told: (report) => {
        reports.push(report);
        told(report);
        if (reports.length >= count) stop.abort();
      },
    },
    stop.signal,
  );
  return reports;
}

test("a schedule syncs again and again until it is stopped; only the first finds anything to write", async () => {
  cloud.answering = (_, url) => (url.pathname === "/image/things" ? { body: ["a", "b"] } : undefined);
  const reports = await reported(3);
  assert.deepEqual(
    reports.map(({ written }) => written),
    [2, 0, 0],
  );
});

test("a service that fails is tried again next time", async () => {
  let calls = 0;
  cloud.answering = (_, url) =>
    url.pathname === "/image/things" ? (calls++ === 0 ? { status: 403 } : { body: ["a"] }) : undefined;
  const reports = await reported(2);
  assert.deepEqual(
    reports.map(({ problems, written }) => [problems.length, written]),
    [
      [1, 0],
      [0, 1],
    ],
  );
});

test("drift is told as metrics: how many, for how long, and when index and service last agreed", async () => {
  const registry = createRegistry();
  cloud.answering = (_, url) => (url.pathname === "/image/things" ? { body: ["a", "b"] } : undefined);
  await reported(
    1,
    driftMeter(registry, () => BEGUN + DAY),
  );
  const { text } = await expose(registry);
  const value = (name: string, labels: string): number =>
    Number(new RegExp(`^searchlight_${name}\\{${labels}\\} (\\S+)$`, "m").exec(text)?.[1]);
  assert.equal(value("drift_resources", 'type="Thing",difference="missing"'), 2);
  assert.equal(value("drift_resources", 'type="Thing",difference="extra"'), 0);
  assert.equal(value("drift_age_seconds", 'type="Thing",difference="missing"'), DAY / 1000);
  assert.equal(value("sync_written_total", 'type="Thing"'), 2);
  assert.equal(value("sync_problems", 'type="Thing"'), 0);
  assert.equal(value("sync_last_completed_timestamp_seconds", 'type="Thing"'), (BEGUN + DAY) / 1000);
});
