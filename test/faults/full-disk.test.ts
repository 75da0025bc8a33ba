import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { kafkaBrokers, NO_KAFKA } from "../peers/kafka.ts";
import { creations, random } from "../traffic.ts";
import { eventually } from "../eventually.ts";
import { knowingUs, metricsOf, readiness, search, told } from "./questions.ts";
import { startService } from "./service.ts";
import { smallDisk } from "./small-disk.ts";
import { createTopic } from "./topic.ts";

const brokers = kafkaBrokers() ?? [];
const COUNT = 300;

test("a full disk: nothing is acknowledged, /readyz and metrics say so, searches go on; with room it goes on by itself", async (t) => {
  if (brokers.length === 0) return t.skip(NO_KAFKA);
  const disk = smallDisk(t, 24);
  if ("absent" in disk) return t.skip(disk.absent);
  const name = `full-disk-${process.pid}`;
  const topic = await createTopic(brokers[0]!, name);
  const service = await startService({
    ...knowingUs(disk.folder),
    SEARCHLIGHT_DATA: join(disk.folder, "index"),
    KAFKA_BROKERS: brokers.join(),
    KAFKA_TOPICS: name,
    KAFKA_GROUP: name,
    KAFKA_DEAD_LETTER_TOPIC: `${name}.dead-letters`,
  });
  t.after(service.end);
  const records = creations(COUNT).map((text) => Buffer.from(text));
  await topic.send(records.slice(0, 100), random(1));
  await eventually("what fits to be taken in", async () => (await topic.lag(name)) === 0);

  disk.fill();
  await topic.send(records.slice(100), random(2));
  await eventually("it says that it stands still", async () => (await readiness(service)).status === 503);
  const { text } = await readiness(service);
  assert.match(text, /the ingest stands still: .*(full|disk)/);
  assert.deepEqual(await metricsOf(service, "searchlight_ingest_standstill"), { searchlight_ingest_standstill: 1 });
  assert.equal(await topic.lag(name), COUNT - 100, "nothing of it is acknowledged");
  assert.equal(await told(service, records[200]!), 503, "nor what is posted");
  assert.equal((await search(service, {})).hits.total, 100, "searches go on");

  disk.empty();
  await eventually("it goes on", async () => (await topic.lag(name)) === 0, 60);
  await eventually("it is ready again", async () => (await readiness(service)).status === 200);
  await eventually("all of it is found", async () => (await search(service, {})).hits.total === COUNT);
  assert.equal(await service.stop(), 0);
});
