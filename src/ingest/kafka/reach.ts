import type { Logger } from "../../log.ts";
import { asking } from "./asking.ts";
import { kafkaClient, type KafkaConnection } from "./client.ts";
import { behindIn, type Behind } from "./lag.ts";

/** What there is of the topics that are to be read: those `missing`, and how far the group is behind in the others. */
type Reach = { readonly missing: readonly string[]; readonly behind: readonly Behind[] };

/**
 * Looks whether a Kafka can be reached and what is to be read is there. Changes nothing.
 *
 * @throws SearchlightError `service-failed` where brokers are away or refuse us
 */
export async function reach(
  connection: KafkaConnection & { readonly topics: readonly string[]; readonly groupId: string },
  log: Logger,
): Promise<Reach> {
  return asking(kafkaClient(connection, log), async (admin) => {
    const there = new Set(await admin.listTopics());
    const missing = connection.topics.filter((topic) => !there.has(topic));
    return { missing, behind: await behindIn(admin, connection.topics, connection.groupId) };
  });
}
