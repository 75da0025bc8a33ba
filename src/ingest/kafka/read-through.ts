import type { Batch, Kafka, KafkaMessage } from "kafkajs";
import { SearchlightError } from "../../errors.ts";
import { asking } from "./asking.ts";
import { failureOf } from "./failure.ts";

/** A message and where it was. */
export type Found = { readonly partition: number; readonly message: KafkaMessage };

/** After this long without a message that should be there, reading has failed. */
const SILENCE = 30_000;

/** So often it tries to join its group, a third of a second after it could not. */
const JOINS = 30;

/** Where each partition that holds anything ends now: the offset after its last message. */
async function endsOf(kafka: Kafka, topic: string): Promise<Map<number, bigint>> {
  const offsets = await asking(kafka, (admin) => admin.fetchTopicOffsets(topic));
  return new Map(
    offsets.filter(({ high, low }) => high !== low).map(({ partition, high }) => [partition, BigInt(high)] as const),
  );
}

/** One fetched batch at a time goes from the consumer to the reader, who says when the next may come. */
type Handed = { readonly batch: Batch; readonly taken: () => void };

/**
 * The messages that a topic holds when asked, from the first to the last of each partition, in constant memory. Commits
 * nothing: the next reader begins at the beginning. One reader of a `groupId` at a time: two would share the partitions.
 *
 * @throws SearchlightError `service-failed` when messages that should come do not
 */
export async function* readThrough(kafka: Kafka, topic: string, groupId: string): AsyncGenerator<Found, void> {
  const ends = await endsOf(kafka, topic);
  if (ends.size === 0) return;
  let [begun, joins] = [false, 0];
  const consumer = kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    // A broker that has just begun knows no groups yet. Once something was read, it would go on behind our back.
    retry: { restartOnFailure: async () => !begun && ++joins < JOINS },
  });
  let next = Promise.withResolvers<Handed>();
  let [over, letGo] = [false, (): void => {}];
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) next.reject(failureOf(payload.error));
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        begun = true;
        if (over) return;
        const taken = Promise.withResolvers<void>();
        letGo = taken.resolve;
        next.resolve({ batch, taken: taken.resolve });
        await taken.promise;
      },
    });
    while (ends.size > 0) {
      const { batch, taken } = await soon(next.promise, topic);
      next = Promise.withResolvers();
      const end = ends.get(batch.partition) ?? 0n;
      for (const message of batch.messages)
        if (BigInt(message.offset) < end) yield { partition: batch.partition, message };
      if (BigInt(batch.lastOffset()) + 1n >= end) ends.delete(batch.partition);
      taken();
    }
  } finally {
    over = true;
    letGo();
    next.promise.catch(() => undefined); // nobody waits for it any more
    await consumer.disconnect();
  }
}

async function soon(handed: Promise<Handed>, topic: string): Promise<Handed> {
  const silence = Promise.withResolvers<never>();
  const message = `the Kafka topic ${topic} holds messages that do not come: check that its brokers answer and that this user may read it`;
  const timer = setTimeout(() => silence.reject(new SearchlightError("service-failed", message)), SILENCE);
  try {
    return await Promise.race([handed, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}
