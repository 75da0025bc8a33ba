import { setTimeout as sleep } from "node:timers/promises";
import type { Kafka } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import { kafkaClient, type KafkaConnection } from "../kafka/client.ts";
import { createHandover, type Handover } from "../kafka/handover.ts";
import { live } from "../kafka/life.ts";
import { existingTopics } from "../kafka/topics.ts";
import { createPace, type Pace } from "../pace.ts";
import type { NotificationSource } from "../source.ts";

/**
 * What to read: `topics`, as a member of the consumer group `groupId`. `session`: after how many milliseconds without a
 * sign of life the group gives our partitions to others. `look`: how often to look for topics that do not exist yet.
 */
export type KafkaSourceOptions = KafkaConnection & {
  readonly topics: readonly string[];
  readonly groupId: string;
  readonly log: Logger;
  readonly session?: number;
  readonly look?: number;
};

const SESSION = 15_000;
const LOOK = 10_000;
const BACKOFF = { least: 500, most: 30_000, forgotten: 60_000 };

type Parts = Required<Pick<KafkaSourceOptions, "topics" | "groupId" | "log" | "session" | "look">> & {
  readonly kafka: Kafka;
  readonly handover: Handover;
  readonly pace: Pace;
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined); // aborted: it is over all the same

/** Resolves when one of the missing topics exists, or when the signal aborts. */
const appeared = async (
  { kafka, look, log }: Parts,
  missing: readonly string[],
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    await pause(missing.length === 0 ? 2 ** 31 - 1 : look, signal);
    const found = signal.aborted
      ? []
      : await existingTopics(kafka, missing, signal).catch((error: unknown) => {
          log.debug({ error: messageOf(error) }, "could not look for missing topics");
          return [];
        });
    if (found.length > 0) return;
  }
};

/** Reads the topics that exist until one more does, or the signal aborts. @throws why the consumer ended */
const readUntilMore = async (parts: Parts, signal: AbortSignal): Promise<void> => {
  const { kafka, topics, log } = parts;
  const found = await existingTopics(kafka, topics, signal);
  const missing = topics.filter((topic) => !found.includes(topic));
  if (missing.length > 0) log.warn({ missing }, "these topics do not exist yet; they are read as soon as they do");
  const life = found.length === 0 ? undefined : await live({ ...parts, topics: found, signal });
  const over = new AbortController();
  try {
    const more = appeared(parts, missing, AbortSignal.any([signal, over.signal]));
    await Promise.race(life === undefined ? [more] : [more, life.ended]);
  } finally {
    over.abort();
    await life?.leave();
  }
};

/** Reads for ever: whatever ends a consumer, another follows, later each time it did not last. */
const readOn = async (parts: Parts, signal: AbortSignal): Promise<void> => {
  for (let failures = 0; !signal.aborted;) {
    const began = Date.now();
    try {
      await readUntilMore(parts, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures = Date.now() - began > BACKOFF.forgotten ? 0 : failures + 1;
      const wait = Math.min(BACKOFF.most, BACKOFF.least * 2 ** failures) * (0.5 + Math.random() / 2);
      parts.log.warn({ reason: messageOf(error), wait: Math.round(wait) }, "reading Kafka failed; trying again");
      await pause(wait, signal);
    }
  }
};

/**
 * The topics of a Kafka as a source of records, whose `from` is `topic/partition/offset`. At least once: an offset is
 * committed when its batch was acknowledged, and a group that never committed begins at the beginning. It waits for
 * brokers that are away and topics that do not exist; it creates none. Heartbeats go on while a batch is in hand, however
 * long; if the partition is given to another all the same, the acknowledgement commits nothing and the other reads again.
 */
export const kafkaSource = (options: KafkaSourceOptions): NotificationSource => {
  const { topics, groupId, log, session = SESSION, look = LOOK } = options;
  const pace = createPace();
  const handover = createHandover(pace);
  const parts: Parts = { kafka: kafkaClient(options, log), topics, groupId, log, session, look, pace, handover };
  const closing = new AbortController();
  let reading: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closing.abort();
    await reading;
  };
  return {
    async *batches(signal) {
      reading ??= readOn(parts, closing.signal);
      try {
        yield* handover.taken(AbortSignal.any([signal, closing.signal]));
      } finally {
        await close();
      }
    },
    close,
  };
};
