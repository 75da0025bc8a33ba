import { Kafka, logLevel } from "kafkajs";
import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { canonical } from "../../src/index/json.ts";
import { stateOf } from "../../src/index/operation.ts";
import type { Operation } from "../../src/index/operation.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { documentOf } from "../../src/index/stores/elasticsearch/documents/document.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { documentId, namesOf } from "../../src/index/stores/elasticsearch/cluster/names.ts";
import { readNotification } from "../../src/ingest/notification.ts";
import { routerOf } from "../../src/ingest/router.ts";
import { kafkaSource } from "../../src/ingest/sources/kafka.ts";
import type { NotificationSource } from "../../src/ingest/source.ts";
import { work } from "../../src/ingest/worker.ts";
import { createLog } from "../../src/log.ts";
import { changes, creations } from "../traffic.ts";
import { understood } from "./decode.ts";
import { FLAGS } from "./flags.ts";
import { plainLoop } from "./loop.ts";
import { print } from "./table.ts";
import { produced } from "./topic.ts";

const COUNT = FLAGS.notifications;
/** So many come first to a store with threads of its own, and are not measured: what has just begun is still being compiled. */
const WARM = 60_000;
const PARTITIONS = 3;
const catalog = catalogOf(plugins);
const route = routerOf(plugins);
const log = createLog("error");

/** The same source, telling when its first batch came: what it takes to join a group is not measured. */
function timed(source: NotificationSource, onFirst: () => void): NotificationSource {
  return {
    async *batches(signal) {
      let first = true;
      for await (const batch of source.batches(signal)) {
        if (first) onFirst();
        first = false;
        yield batch;
      }
    },
    close: () => source.close(),
  };
}

/** Notifications a second, from the first record read until all of them are durable and acknowledged, and until all are found. */
type Rates = { readonly durable: number; readonly searchable: number };

/** Takes in a topic of so many records. */
async function ingested(
  brokers: readonly string[],
  [topic, count]: readonly [string, number],
  groupId: string,
  store: IndexStore,
): Promise<Rates> {
  const done = new AbortController();
  let [began, durable] = [0, 0];
  const found = Promise.withResolvers<void>();
  const source = timed(kafkaSource({ brokers, topics: [topic], groupId, log }), () => (began = performance.now()));
  const deadLetters = {
    put: () => Promise.reject(new Error("the benchmark's records are all good")),
    close: async () => {},
  };
  // Leaving the group takes as long as the broker's last answer lets us wait: no notification waits for that.
  const working = work({ source, route, store, deadLetters, log, lanes: 2, onBatch }, done.signal);
  function onBatch({ read }: { readonly read: number }): void {
    if (read < count) return;
    durable = performance.now() - began;
    found.resolve(store.refresh());
    done.abort();
  }
  const [searchable] = await Promise.all([found.promise.then(() => performance.now() - began), working]);
  await source.close();
  return { durable: (count / durable) * 1000, searchable: (count / searchable) * 1000 };
}

/** What the records mean, as the documents that the Elasticsearch store would write, in one text for each `_bulk`. */
function bulks(records: readonly string[]): string[] {
  const lines = records.map((text) => {
    const notification = readNotification({ value: Buffer.from(text), from: "", timestamp: 0 });
    const routed = "unreadable" in notification ? notification : route(notification);
    const operation = (routed as { operations: Operation[] }).operations[0]!;
    const state = stateOf(operation);
    const document = documentOf(catalog.get(operation.ref.type)!, state, canonical(state));
    return `{"index":{"_id":${JSON.stringify(documentId(operation.ref.id))}}}\n${document}\n`;
  });
  return Array.from({ length: Math.ceil(lines.length / 1000) }, (_, i) =>
    lines.slice(i * 1000, (i + 1) * 1000).join(""),
  );
}

/** Sends texts to `_bulk`, one request after the other. */
async function sent(node: string, bodies: readonly string[], prefix: string): Promise<void> {
  for (const body of bodies) {
    const answer = await fetch(`${node}/${namesOf(prefix, "OS::Glance::Image").write}/_bulk`, {
      method: "POST",
      body,
      headers: { "content-type": "application/x-ndjson" },
    });
    const { errors } = (await answer.json()) as { errors: boolean };
    if (errors) throw new Error("the raw _bulk was refused in part");
  }
}

/** Documents a second of `_bulk` alone, to an index with the same mapping: those of creations, and those of changes over them. */
async function rawBulk(node: string, told: readonly (readonly string[])[], prefix: string): Promise<Rates[]> {
  const store = await elasticsearchStore({ catalog, node, prefix });
  const rates: Rates[] = [];
  for (const records of told) {
    const bodies = bulks(records);
    const began = performance.now();
    await sent(node, bodies, prefix);
    const durable = performance.now() - began;
    await store.refresh();
    const searchable = performance.now() - began;
    rates.push({ durable: (records.length / durable) * 1000, searchable: (records.length / searchable) * 1000 });
  }
  await store.close();
  return rates;
}

/** The mean rate of rounds of as many notifications each. */
function mean(rounds: readonly Rates[]): Rates {
  const of = (which: keyof Rates): number => rounds.length / rounds.reduce((sum, rates) => sum + 1 / rates[which], 0);
  return { durable: of("durable"), searchable: of("searchable") };
}

type Rows = { readonly [row: string]: Rates };

/**
 * Asks all sides in turn, so many rounds: a machine that changes its pace does so for all. The first ones warm up and do not count:
 * Elasticsearch is still being compiled after hundreds of thousands of documents, from either side.
 */
async function inRounds(sides: readonly ((name: string) => Promise<Rows>)[]): Promise<Rows> {
  const rows: Record<string, Rates[]> = {};
  for (let round = -FLAGS.warmups; round < FLAGS.rounds; round++) {
    for (const [i, side] of (round % 2 === 0 ? sides : sides.toReversed()).entries())
      for (const [row, rates] of Object.entries(await side(`bench-${process.pid}-${round + FLAGS.warmups}-${i}`)))
        if (round >= 0) (rows[row] ??= []).push(rates);
  }
  return Object.fromEntries(Object.entries(rows).map(([row, rates]) => [row, mean(rates)]));
}

const RAW = ["raw _bulk of the documents of creations", "raw _bulk of those of changes, over them"] as const;

/** Kafka to searchable, in each store, creations and then changes; and what that may be compared with. */
export async function benchIngest(
  brokers: readonly string[],
  node: string,
  embedded: () => Promise<IndexStore>,
): Promise<void> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const name = `bench-${process.pid}`;
  const topics = { warm: `${name}-warm`, created: `${name}-created`, changed: `${name}-changed` };
  const all = creations(WARM + COUNT);
  const records = all.slice(WARM);
  await produced(kafka, topics.warm, PARTITIONS, all.slice(0, WARM));
  await produced(kafka, topics.created, PARTITIONS, records);
  const changed = changes(WARM + COUNT).slice(WARM);
  await produced(kafka, topics.changed, PARTITIONS, changed);
  const both = async (what: string, store: IndexStore, group: string): Promise<Rows> => {
    const ofCreations = await ingested(brokers, [topics.created, COUNT], group, store);
    const ofChanges = await ingested(brokers, [topics.changed, COUNT], group, store);
    await store.close();
    return { [`Kafka to ${what}, creations`]: ofCreations, [`Kafka to ${what}, changes`]: ofChanges };
  };
  const emptied = async (prefix: string, rows: Rows): Promise<Rows> => {
    for (const { type } of plugins) await fetch(`${node}/${namesOf(prefix, type).first}`, { method: "DELETE" });
    return rows;
  };
  const rows = await inRounds([
    async (name) => {
      const [created, again] = await rawBulk(node, [records, changed], name);
      return emptied(name, { [RAW[0]]: created!, [RAW[1]]: again! });
    },
    async (name) =>
      emptied(name, await both("Elasticsearch", await elasticsearchStore({ catalog, node, prefix: name }), name)),
    async (name) => ({
      "a plain kafkajs-to-_bulk loop, creations": await plainLoop(kafka, topics.created, node, COUNT, name),
    }),
    async (name) => {
      const store = await embedded();
      await ingested(brokers, [topics.warm, WARM], name, store);
      return both("embedded", store, name);
    },
  ]);
  const raw = (row: string): number => rows[row.endsWith("creations") ? RAW[0] : RAW[1]]!.searchable;
  const count = (rate: number): string => Math.round(rate).toLocaleString("en");
  print(
    `From Kafka, ${COUNT.toLocaleString("en")} images, ${PARTITIONS} partitions, mean of ${FLAGS.rounds} rounds, a second`,
    [
      ["", "durable", "searchable", "of raw of the same"],
      ...Object.entries(rows).map(([row, { durable, searchable }]) => [
        row,
        count(durable),
        count(searchable),
        (searchable / raw(row)).toFixed(2),
      ]),
      ["read and understood, nothing stored, one core", count(await understood(records)), "", ""],
    ],
  );
}
