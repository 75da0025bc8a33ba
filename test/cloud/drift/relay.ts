import { Kafka, logLevel, type EachMessagePayload } from "kafkajs";

/** What becomes of a record between a cloud's topic and ours: `hold` keeps it back until `release`. */
type Fate = "pass" | "drop" | "hold";

/** Copies what a cloud's services announce to a topic of our own, as it is told to. */
export type Relay = {
  fate: (record: { readonly partition: number; readonly count: number }) => Fate;
  readonly counts: Record<Fate, number>;
  /** Sends what was held back, all of it late. */
  release(): Promise<void>;
  /** Takes our topic, and those that are named after it, away. */
  close(): Promise<void>;
};

type Kept = { readonly partition: number; readonly value: Buffer; readonly timestamp: string };

/** Copies what comes from now on, partition by partition. */
export async function startRelay(brokers: string[], from: string, to: string): Promise<Relay> {
  const kafka = new Kafka({ brokers, clientId: "relay", logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  const numPartitions = (await admin.fetchTopicOffsets(from)).length;
  await admin.createTopics({ topics: [{ topic: to, numPartitions }], waitForLeaders: true });
  const groupId = `${to}.relay`;
  const ends = await admin.fetchTopicOffsets(from);
  await admin.setOffsets({
    groupId,
    topic: from,
    partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
  });
  const producer = kafka.producer();
  await producer.connect();
  const consumer = kafka.consumer({ groupId });
  const held: Kept[] = [];
  const send = ({ partition, value, timestamp }: Kept): Promise<unknown> =>
    producer.send({ topic: to, messages: [{ partition, value, timestamp }] });
  let count = 0;
  const relay: Relay = {
    fate: () => "pass",
    counts: { pass: 0, drop: 0, hold: 0 },
    async release() {
      for (const one of held.splice(0)) await send(one);
    },
    async close() {
      await consumer.disconnect();
      await producer.disconnect();
      await admin.deleteTopics({ topics: (await admin.listTopics()).filter((topic) => topic.startsWith(to)) });
      await admin.disconnect();
    },
  };
  const eachMessage = async ({ partition, message }: EachMessagePayload): Promise<void> => {
    if (!message.value) return;
    const one = { partition, value: message.value, timestamp: message.timestamp };
    const fate = relay.fate({ partition, count: count++ });
    relay.counts[fate]++;
    if (fate === "hold") held.push(one);
    if (fate === "pass") await send(one);
  };
  await consumer.connect();
  await consumer.subscribe({ topic: from, fromBeginning: true });
  await consumer.run({ eachMessage });
  return relay;
}
