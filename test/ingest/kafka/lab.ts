import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin, Kafka, Producer } from "kafkajs";
import { kafkaClient } from "../../../src/ingest/kafka/client.ts";
import { kafkaSource, type KafkaSourceOptions } from "../../../src/ingest/sources/kafka.ts";
import type { Batch, NotificationSource, SourceRecord } from "../../../src/ingest/source.ts";
import type { Logger } from "../../../src/log.ts";

/** What was logged, a line each. */
export type Line = { readonly level: string; readonly event: Record<string, unknown>; readonly message: string };

/** A log that keeps its lines, but for those of the debug level. */
export const keptLog = (): { readonly log: Logger; readonly lines: Line[] } => {
  const lines: Line[] = [];
  const at =
    (level: string) =>
    (event: unknown, message?: string): void =>
      void lines.push({ level, event: event as Record<string, unknown>, message: message ?? "" });
  return { log: { debug: () => {}, info: at("info"), warn: at("warn"), error: at("error") } as Logger, lines };
};

/** A worker that keeps what it reads. While `acking` is false it waits with a batch in hand. */
export type Reader = {
  readonly batches: Batch[];
  readonly records: SourceRecord[];
  readonly texts: () => string[];
  acking: boolean;
  /** Ends as a service does: the signal first, then the source. */
  readonly stop: () => Promise<void>;
};

export const startReader = (source: NotificationSource, { acking = true } = {}): Reader => {
  const stopping = new AbortController();
  const reader: Reader = {
    batches: [],
    records: [],
    texts: () => reader.records.map(({ value }) => Buffer.from(value).toString()),
    acking,
    stop: async () => {
      stopping.abort();
      await Promise.all([reading, source.close()]);
    },
  };
  const read = async (): Promise<void> => {
    for await (const batch of source.batches(stopping.signal)) {
      reader.batches.push(batch);
      reader.records.push(...batch.records);
      while (!reader.acking && !stopping.signal.aborted) await sleep(20);
      if (!reader.acking) return;
      await batch.ack();
    }
  };
  const reading = read();
  return reader;
};

/** A test's own corner of a Kafka: a name for topics and group that nobody else has, and clients, all gone afterwards. */
export type Lab = {
  readonly name: string;
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly producer: Producer;
  readonly lines: Line[];
  readonly createTopic: (topic: string, partitions?: number) => Promise<void>;
  readonly send: (texts: readonly string[], to?: { topic?: string; partition?: number }) => Promise<void>;
  readonly source: (options?: Partial<KafkaSourceOptions>) => NotificationSource;
  /** The offset that the group committed; -1 for none. */
  readonly committed: (partition?: number, topic?: string) => Promise<number>;
};

let count = 0;

export const lab = async (t: TestContext, brokers: readonly string[], { partitions = 1 } = {}): Promise<Lab> => {
  const name = `test-${process.pid}-${Date.now()}-${count++}`;
  const { log, lines } = keptLog();
  const kafka = kafkaClient({ brokers }, log);
  const [admin, producer] = [kafka.admin(), kafka.producer({ allowAutoTopicCreation: false })];
  await Promise.all([admin.connect(), producer.connect()]);
  const createTopic = async (topic: string, numPartitions = 1): Promise<void> =>
    void (await admin.createTopics({ topics: [{ topic, numPartitions }], waitForLeaders: true }));
  if (partitions > 0) await createTopic(name, partitions);
  t.after(async () => {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(name));
    await admin.deleteTopics({ topics });
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  });
  return {
    name,
    kafka,
    admin,
    producer,
    lines,
    createTopic,
    send: async (texts, { topic = name, partition = 0 } = {}) =>
      void (await producer.send({ topic, messages: texts.map((value) => ({ value, partition })) })),
    source: (options) =>
      kafkaSource({ brokers, topics: [name], groupId: name, log, look: 300, session: 6000, ...options }),
    committed: async (partition = 0, topic = name) => {
      const [offsets] = await admin.fetchOffsets({ groupId: name, topics: [topic] });
      return Number(offsets?.partitions.find((one) => one.partition === partition)?.offset ?? -1);
    },
  };
};
