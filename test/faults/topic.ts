import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Admin } from "kafkajs";
import { soon } from "../eventually.ts";

const PARTITIONS = 6;
const AT_ONCE = 500;
const SECONDS = { ask: 60, send: 90 };

/** A topic of six partitions. */
export type Topic = {
  /** Sends records, each to some partition. */
  readonly send: (records: readonly Buffer[], next: () => number) => Promise<void>;
  /** How many records the group has not acknowledged yet. */
  readonly lag: (groupId: string) => Promise<number>;
};

async function lagOf(admin: Admin, topic: string, groupId: string): Promise<number> {
  const ends = await admin.fetchTopicOffsets(topic);
  const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const done = new Map(group!.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]));
  return ends.reduce((sum, { partition, high }) => sum + Number(high) - (done.get(partition) ?? 0), 0);
}

async function send(kafka: Kafka, topic: string, records: readonly Buffer[], next: () => number): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  for (let i = 0; i < records.length; i += AT_ONCE) {
    const some = records.slice(i, i + AT_ONCE);
    const messages = some.map((value) => ({ value, partition: Math.floor(next() * PARTITIONS) }));
    await producer.send({ topic, messages });
  }
  await producer.disconnect();
}

/** Creates the topic. Everything asked of it comes to an end within a minute or two, if by an error. */
export async function createTopic(broker: string, topic: string): Promise<Topic> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const ask = async <T>(question: (admin: Admin) => Promise<T>): Promise<T> => {
    const admin = kafka.admin();
    try {
      await admin.connect();
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  };
  /** Asks again while a broker that was just started does not know yet. */
  const patiently = async <T>(question: (admin: Admin) => Promise<T>): Promise<T> => {
    for (const end = Date.now() + SECONDS.ask * 1000; ; await sleep(200)) {
      try {
        return await ask(question);
      } catch (error) {
        if ((error as { retriable?: boolean }).retriable !== true || Date.now() > end) throw error;
      }
    }
  };
  const asking = <T>(question: (admin: Admin) => Promise<T>): Promise<T> =>
    soon("an answer of the broker", patiently(question), SECONDS.ask);
  await asking((admin) => admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true }));
  return {
    send: (records, next) => soon("records to be sent", send(kafka, topic, records, next), SECONDS.send),
    lag: (groupId) => asking((admin) => lagOf(admin, topic, groupId)),
  };
}
