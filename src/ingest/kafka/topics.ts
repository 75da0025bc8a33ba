import type { Kafka } from "kafkajs";
import { asking } from "./asking.ts";

/**
 * Which of `topics` exist, as far as we may see them. Creates none. Not waited for after `signal` aborted.
 *
 * @throws SearchlightError `service-failed` where brokers are away or refuse us
 */
export const existingTopics = (
  kafka: Kafka,
  topics: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> =>
  asking(
    kafka,
    async (admin) => {
      const all = new Set(await admin.listTopics());
      return topics.filter((topic) => all.has(topic));
    },
    signal === undefined ? {} : { signal },
  );
