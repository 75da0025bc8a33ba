import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Producer } from "kafkajs";
import { knowingUs, search } from "../faults/questions.ts";
import { startService, type Service } from "../faults/service.ts";
import { creations, imageId, random } from "../traffic.ts";
import { FLAGS } from "./flags.ts";
import { milliseconds, print, quantile } from "./table.ts";

type Environment = Readonly<Record<string, string>>;

const LOOK_MILLISECONDS = 2;
/** The longest pause between two events, in milliseconds: they fall anywhere between two refreshes. */
const PAUSE = 200;
/** What is told first, so that nothing is measured that happens once. */
const WARM = 20;

/** From before the n-th image's creation is sent until a search finds it, in milliseconds. */
async function fresh(service: Service, producer: Producer, topic: string, n: number, value: string): Promise<number> {
  const began = performance.now();
  await producer.send({ topic, messages: [{ value }] });
  const query = { ids: { values: [imageId(n)] } };
  for (; ; await sleep(LOOK_MILLISECONDS)) {
    const { hits } = await search(service, { type: "OS::Glance::Image", query, size: 0 });
    if (hits.total === 1) return performance.now() - began;
  }
}

async function measured(brokers: readonly string[], folder: string, settings: Environment): Promise<number[]> {
  const name = `bench-fresh-${process.pid}-${settings["SEARCHLIGHT_STORE"]}`;
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: name, numPartitions: 3 }], waitForLeaders: true });
  await admin.disconnect();
  const own = mkdtempSync(join(folder, "fresh-"));
  const service = await startService({
    ...knowingUs(own),
    SEARCHLIGHT_DATA: join(own, "index"),
    SEARCHLIGHT_MAX_REQUESTS: "1000000",
    KAFKA_BROKERS: brokers.join(","),
    KAFKA_TOPICS: name,
    KAFKA_GROUP: name,
    ELASTICSEARCH_INDEX_PREFIX: name,
    ...settings,
  });
  const producer = kafka.producer();
  await producer.connect();
  const [times, next]: [number[], () => number] = [[], random(1)];
  for (const [n, value] of creations(WARM + FLAGS.events).entries()) {
    const took = await fresh(service, producer, name, n, value);
    if (n >= WARM) times.push(took);
    await sleep(next() * PAUSE);
  }
  await producer.disconnect();
  await service.stop();
  return times;
}

/** One event after another through the whole service: from its sending to a search over HTTP that finds it. */
export async function benchFreshness(brokers: readonly string[], elasticsearch: string, folder: string): Promise<void> {
  const stores: Record<string, Environment> = {
    embedded: { SEARCHLIGHT_STORE: "embedded" },
    elasticsearch: { SEARCHLIGHT_STORE: "elasticsearch", ELASTICSEARCH_URL: elasticsearch },
  };
  const rows: string[][] = [["", "p50", "p95", "p99"]];
  for (const store of FLAGS.stores) {
    const times = await measured(brokers, folder, stores[store]!);
    rows.push([store, ...[0.5, 0.95, 0.99].map((share) => milliseconds(quantile(times, share)))]);
  }
  print(`From an event's sending to Kafka until a search finds it, ${FLAGS.events} events, milliseconds`, rows);
}
