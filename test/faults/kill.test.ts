import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel } from "kafkajs";
import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { canonical } from "../../src/index/json.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";
import { elasticsearchUrl } from "../peers/elasticsearch.ts";
import { kafkaBrokers } from "../peers/kafka.ts";
import { lives, random } from "../traffic.ts";

const KILLS = 5;
const PARTITIONS = 3;
const brokers = kafkaBrokers();
const url = elasticsearchUrl();
const PROGRAM = new URL("../../bin/searchlight.js", import.meta.url).pathname;
const catalog = catalogOf(plugins);

/** Every state of every type, as text, sorted: two stores that hold the same give the same. */
async function everything(store: IndexStore): Promise<string[]> {
  const states: string[] = [];
  for (const type of catalog.keys())
    for await (const state of store.scan(type, indexerScope())) states.push(canonical(state));
  return states.toSorted();
}

/** What the index must hold in the end: every record handled once, in a store that cannot fail. */
async function truth(records: readonly string[]): Promise<string[]> {
  const store = memoryStore(catalog);
  await handle(
    records.map((text) => ({ value: Buffer.from(text), from: "truth", timestamp: 0 })),
    routerOf(plugins),
    store,
  );
  return everything(store);
}

function ingest(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [PROGRAM, "ingest"], {
    env: { ...process.env, SEARCHLIGHT_LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const gone = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve(0) : child.once("exit", resolve),
  );

/** How many records of a topic the group has not acknowledged yet. */
async function lag(kafka: Kafka, groupId: string, topic: string): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const [ends, groups] = [
      await admin.fetchTopicOffsets(topic),
      await admin.fetchOffsets({ groupId, topics: [topic] }),
    ];
    const acked = new Map(
      groups[0]!.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]),
    );
    return ends.reduce((sum, { partition, high }) => sum + Number(high) - (acked.get(partition) ?? 0), 0);
  } finally {
    await admin.disconnect();
  }
}

async function produce(kafka: Kafka, topic: string, records: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  for (let i = 0; i < records.length; i += 500) {
    await producer.send({
      topic,
      messages: records.slice(i, i + 500).map((value, j) => ({ value, partition: (i + j) % PARTITIONS })),
    });
  }
  await producer.disconnect();
}

/** Fails with how many states differ and the first few, rather than with megabytes of them. */
function assertSame(held: readonly string[], told: readonly string[]): void {
  const [have, want] = [new Set(held), new Set(told)];
  const wrong = held.filter((state) => !want.has(state));
  const missing = told.filter((state) => !have.has(state));
  assert.deepEqual(
    {
      states: held.length,
      wrong: wrong.length,
      missing: missing.length,
      examples: [...wrong.slice(0, 2), ...missing.slice(0, 2)],
    },
    { states: told.length, wrong: 0, missing: 0, examples: [] },
  );
}

/** Kills the worker at five moments of its own choosing, lets a sixth finish, and compares the index with the truth. */
async function survive(name: string, env: Record<string, string>, open: () => Promise<IndexStore>): Promise<void> {
  const kafka = new Kafka({ brokers: [...brokers!], logLevel: logLevel.NOTHING });
  const topic = `kill-${name}-${process.pid}`;
  const records = lives(4000, 7);
  await produce(kafka, topic, records);
  const settings = {
    ...env,
    KAFKA_BROKERS: brokers!.join(","),
    KAFKA_TOPICS: topic,
    KAFKA_GROUP: topic,
    KAFKA_DEAD_LETTER_TOPIC: `${topic}.dead-letters`,
  };
  const next = random(3);
  for (let kill = 0; kill < KILLS; kill++) {
    const child = ingest(settings);
    await sleep(1200 + next() * 1200);
    child.kill("SIGKILL");
    await gone(child);
  }
  const last = ingest(settings);
  for (let waited = 0; (await lag(kafka, topic, topic)) > 0; waited++) {
    assert.ok(waited < 300, "the worker catches up within a minute");
    assert.equal(last.exitCode, null, "the worker runs on");
    await sleep(200);
  }
  last.kill("SIGTERM");
  await gone(last);
  assert.equal(last.exitCode, 0, "SIGTERM ends it in order");
  const store = await open();
  try {
    assertSame(await everything(store), await truth(records));
  } finally {
    await store.close();
  }
}

const unless = (...missing: [string, unknown][]): { skip?: string; timeout: number } => {
  const away = missing.filter(([, there]) => there === undefined).map(([what]) => what);
  return { timeout: 180_000, ...(away.length > 0 && { skip: `no ${away.join(" and no ")} on this machine` }) };
};

test(
  "kill -9 in the middle of ingestion, five times, embedded: nothing is missing and nothing is doubled",
  unless(["Kafka", brokers]),
  async () => {
    const data = mkdtempSync(join(tmpdir(), "searchlight-kill-"));
    const definitions = new URL("../../plugins/all.ts", import.meta.url);
    await survive("embedded", { SEARCHLIGHT_STORE: "embedded", SEARCHLIGHT_DATA: data }, () =>
      embeddedStore({ directory: data, definitions }),
    );
    rmSync(data, { recursive: true });
  },
);

test(
  "kill -9 in the middle of ingestion, five times, Elasticsearch: nothing is missing and nothing is doubled",
  unless(["Kafka", brokers], ["Elasticsearch", url]),
  async () => {
    const prefix = `kill-${process.pid}`;
    const env = { SEARCHLIGHT_STORE: "elasticsearch", ELASTICSEARCH_URL: url!, ELASTICSEARCH_INDEX_PREFIX: prefix };
    await survive("elasticsearch", env, () => elasticsearchStore({ catalog, node: url!, prefix }));
  },
);
