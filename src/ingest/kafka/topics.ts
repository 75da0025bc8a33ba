import type { Kafka } from "kafkajs";
import { asking } from "./asking.ts";

/**
 * Which of `topics` exist, as far as we may see them. Creates none. Not waited for after `signal` aborted.
 *
 * @throws what kafkajs throws where brokers are away
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
