import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Admin } from "kafkajs";
import { creations } from "../traffic.ts";
import { FLAGS } from "./flags.ts";
import { plot, type Series } from "./plot.ts";
import { print } from "./table.ts";
import { produced } from "./topic.ts";

const PROGRAM = new URL("../../bin/searchlight.js", import.meta.url).pathname;
const LOOK_MILLISECONDS = 100;

/** Each run has a topic, a group and an index of its own. */
let runs = 0;

type Environment = Readonly<Record<string, string>>;

/** How many records of a topic the group has acknowledged. */
async function acknowledged(admin: Admin, topic: string, groupId: string): Promise<number> {
  const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
  return group!.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
}

/** Records a second that a group acknowledges, from when each has begun until all is: joining a group is not measured. */
async function pace(kafka: Kafka, topic: string, groupId: string, total: number): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  let [first, began] = [0, 0];
  for (let done = 0; done < total; await sleep(LOOK_MILLISECONDS)) {
    done = await acknowledged(admin, topic, groupId);
    if (began === 0 && done > 0) [first, began] = [done, performance.now()];
  }
  const took = performance.now() - began;
  await admin.disconnect();
  return ((total - first) / took) * 1000;
}

function startWorker(settings: Environment): ChildProcess {
  const env = { ...process.env, SEARCHLIGHT_LOG_LEVEL: "error", ...settings };
  return spawn(process.execPath, [PROGRAM, "ingest"], { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function stopped(worker: ChildProcess): Promise<void> {
  const exit = once(worker, "exit");
  worker.kill("SIGTERM");
  await exit;
}

/** So many `searchlight ingest` processes of one group on so many partitions. */
async function measured(brokers: readonly string[], store: Environment, workers: number, partitions: number) {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const name = `bench-scale-${process.pid}-${++runs}`;
  const records = creations(FLAGS.notifications);
  await produced(kafka, name, partitions, records);
  const kafkaSettings = { KAFKA_BROKERS: brokers.join(","), KAFKA_TOPICS: name, KAFKA_GROUP: name };
  const settings = { ...store, ...kafkaSettings, ELASTICSEARCH_INDEX_PREFIX: name };
  const crew = Array.from({ length: workers }, () => startWorker(settings));
  const rate = await pace(kafka, name, name, records.length);
  await Promise.all(crew.map(stopped));
  return rate;
}

/** `searchlight ingest` as it is run, by the number of processes and of partitions. The embedded index has one writer. */
export async function benchScale(brokers: readonly string[], elasticsearch: string, folder: string): Promise<void> {
  const all: Series[] = [];
  const add = async (store: string, workers: number, storeFor: () => Environment): Promise<void> => {
    const points: [number, number][] = [];
    for (const partitions of FLAGS.partitions)
      points.push([partitions, await measured(brokers, storeFor(), workers, partitions)]);
    all.push({ name: `${store}, ${workers} worker${workers > 1 ? "s" : ""}`, points });
  };
  const cluster = { SEARCHLIGHT_STORE: "elasticsearch", ELASTICSEARCH_URL: elasticsearch };
  // Elasticsearch compiles what it runs often: whoever came first would pay for all that come later.
  for (let warmup = 0; warmup < FLAGS.warmups; warmup++) await measured(brokers, cluster, 1, 4);
  for (const workers of FLAGS.workers) await add("elasticsearch", workers, () => cluster);
  await add("embedded", 1, () => ({
    SEARCHLIGHT_STORE: "embedded",
    SEARCHLIGHT_DATA: mkdtempSync(join(folder, "scale-")),
  }));
  const head = ["", ...FLAGS.partitions.map((number) => `${number} partition${number > 1 ? "s" : ""}`)];
  const rows = all.map(({ name, points }) => [
    name,
    ...points.map(([, rate]) => Math.round(rate).toLocaleString("en")),
  ]);
  print(`Ingest of ${FLAGS.notifications.toLocaleString("en")} image creations, acknowledged a second`, [
    head,
    ...rows,
  ]);
  console.log(`\n${plot("Acknowledged a second by the number of partitions", all)}`);
}
