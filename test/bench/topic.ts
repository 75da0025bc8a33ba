import type { Kafka } from "kafkajs";

/** Makes a topic of so many partitions and fills it. */
export async function produced(
  kafka: Kafka,
  topic: string,
  partitions: number,
  records: readonly string[],
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  for (let i = 0; i < records.length; i += 1000) {
    const messages = records.slice(i, i + 1000).map((value, j) => ({ value, partition: j % partitions }));
    await producer.send({ topic, messages });
  }
  await producer.disconnect();
}
