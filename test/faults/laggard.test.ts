import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { kafkaBrokers, NO_KAFKA } from "../peers/kafka.ts";
import { history, historyTime, imageId, random } from "../traffic.ts";
import { eventually } from "../eventually.ts";
import { backlog, laggardResources, LAGGARD_MEBIBYTES } from "./plan.ts";
import { knowingUs, metricsOf, readiness, search } from "./questions.ts";
import { startService, type Service } from "./service.ts";
import { createTopic, type Topic } from "./topic.ts";

const brokers = kafkaBrokers() ?? [];
const AT_ONCE = 10_000;
const STANDSTILL_SECONDS = 60;

/** What the service says of itself at one moment, asked in this order. */
type Look = {
  readonly ready: number;
  readonly standstill: number | undefined;
  /** Records that are not acknowledged; undefined while the brokers do not say. */
  readonly lag: number | undefined;
  readonly asOf: number;
  readonly found: number;
};

const STANDSTILL = "searchlight_ingest_standstill";
const LAG = "searchlight_ingest_lag_records";

async function look(service: Service): Promise<Look> {
  const metrics = await metricsOf(service, STANDSTILL, LAG);
  const { status } = await readiness(service);
  const { as_of, hits } = await search(service, { query: { match_all: {} }, size: 0 });
  return {
    ready: status,
    standstill: metrics[STANDSTILL],
    lag: metrics[LAG],
    asOf: as_of === null ? -Infinity : Date.parse(as_of),
    found: hits.total,
  };
}

/** Sends what happens from the n-th on, up to another. */
async function send(topic: Topic, events: Generator<string>, count: number): Promise<void> {
  const next = random(count);
  for (let left = count; left > 0; left -= AT_ONCE) {
    const some = Array.from({ length: Math.min(left, AT_ONCE) }, () => Buffer.from(events.next().value as string));
    await topic.send(some, next);
  }
}

/** Looks until nothing is left to take in. @throws when nothing moved for a minute */
async function looks(service: Service, topic: Topic, groupId: string): Promise<Look[]> {
  const seen: Look[] = [];
  let [least, since] = [Infinity, Date.now()];
  for (let lag = Infinity; lag > 0; await sleep(500)) {
    seen.push(await look(service));
    lag = await topic.lag(groupId);
    if (lag < least) [least, since] = [lag, Date.now()];
    assert.ok(Date.now() - since < STANDSTILL_SECONDS * 1000, `it stands still with ${lag} records to go`);
  }
  seen.push(await look(service));
  return seen;
}

/** Holds every look to what must be so at any time while `all` records were sent. */
function assertTruthful(seen: readonly Look[], all: number): void {
  for (const [i, { ready, standstill, lag, asOf, found }] of seen.entries()) {
    assert.deepEqual([ready, standstill], [200, 0], "it can answer, and does not stand still");
    assert.ok(asOf <= historyTime(all - 1), "it is not fresher than what was sent");
    const before = seen[i - 1];
    if (before) assert.ok(asOf >= before.asOf && found >= before.found, "it does not go back");
    if (lag === undefined) continue;
    const read = all - lag;
    assert.ok(
      read <= 0 || asOf >= historyTime(read - 1),
      "as fresh as the newest of what is said to be read, at least",
    );
    if (before?.lag !== undefined) assert.ok(lag <= before.lag, "the lag shrinks");
  }
  assert.ok(
    seen.some(({ lag }) => lag !== undefined && lag > 0),
    "it was seen to lag",
  );
}

test(`a service that was stopped for ${backlog} notifications catches up in ${LAGGARD_MEBIBYTES} MiB, and says truly how far it is`, async (t: TestContext) => {
  if (brokers.length === 0) return t.skip(NO_KAFKA);
  const data = mkdtempSync(join(tmpdir(), "searchlight-laggard-"));
  t.after(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const name = `laggard-${process.pid}`;
  const topic = await createTopic(brokers[0]!, name);
  const settings = {
    ...knowingUs(data),
    SEARCHLIGHT_DATA: join(data, "index"),
    KAFKA_BROKERS: brokers.join(),
    KAFKA_TOPICS: name,
    KAFKA_GROUP: name,
    KAFKA_DEAD_LETTER_TOPIC: `${name}.dead-letters`,
  };
  const early = Math.floor(laggardResources / 2);
  const all = early + backlog;
  const events = history(laggardResources, all);
  await send(topic, events, early);
  const first = await startService(settings);
  t.after(first.end);
  await eventually("the first few to be taken in", async () => (await topic.lag(name)) === 0);
  assert.equal(await first.stop(), 0);

  await send(topic, events, backlog);
  const second = await startService(settings);
  t.after(second.end);
  const began = Date.now();
  const seen = await looks(second, topic, name);
  const seconds = (Date.now() - began) / 1000;
  t.diagnostic(
    `${backlog} notifications of ${laggardResources} resources in ${seconds.toFixed(1)} s, ` +
      `${Math.round(backlog / seconds)} a second, ${Math.round(second.peak())} MiB at most, ${seen.length} looks`,
  );
  assertTruthful(seen, all);
  const { asOf, found } = seen.at(-1)!;
  assert.deepEqual([asOf, found], [historyTime(all - 1), laggardResources]);
  // The last that was told of some image is what it is now called.
  const n = all - 1;
  const query = { ids: { values: [imageId(n % laggardResources)] } };
  const { hits } = await search(second, { type: "OS::Glance::Image", query });
  const names = hits.hits.map(({ _source: { name: called } }) => called);
  assert.deepEqual(names, [`image-${n}`]);
  const peak = second.peak();
  assert.equal(await second.stop(), 0);
  assert.ok(peak <= LAGGARD_MEBIBYTES, `it took ${Math.round(peak)} MiB`);
});
