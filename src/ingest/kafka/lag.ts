import type { Admin } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import { kafkaClient, type KafkaConnection } from "./client.ts";

/** How many records of a partition a consumer group has not acknowledged. */
export type Behind = { readonly topic: string; readonly partition: number; readonly records: number };

/** Asks the brokers how far a consumer group is behind; `close` when nobody asks any more. */
export type KafkaLag = { readonly behind: () => Promise<readonly Behind[]>; readonly close: () => Promise<void> };

/** For how long an answer is good, in milliseconds: brokers are not asked by every scrape. */
const GOOD = 5000;

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

/** Connects when first asked. While the brokers do not answer there is nothing to tell, which the log says. */
export function kafkaLag({
  topics,
  groupId,
  log,
  ...connection
}: KafkaConnection & { readonly topics: readonly string[]; readonly groupId: string; readonly log: Logger }): KafkaLag {
  const admin = kafkaClient(connection, log).admin();
  let connected: Promise<void> | undefined;
  let last: { readonly at: number; readonly behind: Promise<readonly Behind[]> } | undefined;
  const ask = async (): Promise<readonly Behind[]> => {
    try {
      connected ??= admin.connect();
      await connected;
      return await behindIn(admin, topics, groupId);
    } catch (error) {
      connected = undefined;
      log.warn({ reason: messageOf(error) }, "the brokers do not tell how far the group is behind");
      return [];
    }
  };
  return {
    behind: () => {
      if (last === undefined || Date.now() - last.at > GOOD) last = { at: Date.now(), behind: ask() };
      return last.behind;
    },
    close: () => admin.disconnect(),
  };
}
