import type { Admin } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import { asking } from "./asking.ts";
import { kafkaClient, type KafkaConnection } from "./client.ts";

/** How many records of a partition a consumer group has not acknowledged. */
export type Behind = { readonly topic: string; readonly partition: number; readonly records: number };

/** For how long an answer is good, and how long it may take, in milliseconds: brokers are not asked by every scrape. */
const MILLISECONDS = { good: 5000, patience: 5000 };

/** How far a group is behind in each partition of those of the topics that exist. */
export async function behindIn(admin: Admin, topics: readonly string[], groupId: string): Promise<Behind[]> {
  const there = new Set(await admin.listTopics());
  const found = topics.filter((topic) => there.has(topic));
  const committed = await admin.fetchOffsets({ groupId, topics: found });
  const of = await Promise.all(
    committed.map(async ({ topic, partitions }) => {
      const ends = await admin.fetchTopicOffsets(topic);
      return partitions.map(({ partition, offset }) => {
        const { low, high } = ends.find((one) => one.partition === partition) ?? { low: "0", high: "0" };
        const next = Math.max(Number(offset), Number(low)); // -1: the group has not committed yet
        return { topic, partition, records: Math.max(0, Number(high) - next) };
      });
    }),
  );
  return of.flat();
}

/**
 * Asks the brokers how far a consumer group is behind. While they do not answer there is nothing to tell, which the log
 * says.
 */
export function kafkaLag({
  topics,
  groupId,
  log,
  ...connection
}: KafkaConnection & {
  readonly topics: readonly string[];
  readonly groupId: string;
  readonly log: Logger;
}): () => Promise<readonly Behind[]> {
  const kafka = kafkaClient(connection, log);
  let last: { readonly at: number; readonly behind: Promise<readonly Behind[]> } | undefined;
  const ask = async (): Promise<readonly Behind[]> => {
    try {
      const { patience } = MILLISECONDS;
      return await asking(kafka, (admin) => behindIn(admin, topics, groupId), { patience });
    } catch (error) {
      log.warn({ reason: messageOf(error) }, "the brokers do not tell how far the group is behind");
      return [];
    }
  };
  return () => {
    if (last === undefined || Date.now() - last.at > MILLISECONDS.good) last = { at: Date.now(), behind: ask() };
    return last.behind;
  };
}
