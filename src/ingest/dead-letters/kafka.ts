import kafkajs, { CompressionTypes, type Kafka, type Message, type Producer } from "kafkajs";
import { messageOf, SearchlightError } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import type { DeadLetter, DeadLetters, KeptLetter } from "../dead-letter.ts";
import { asking } from "../kafka/asking.ts";
import { kafkaClient, type KafkaConnection } from "../kafka/client.ts";
import { explained } from "../kafka/failure.ts";
import { readThrough, type Found } from "../kafka/read-through.ts";
import { existingTopics } from "../kafka/topics.ts";
import { within } from "../kafka/within.ts";

/** The topic that takes unusable records, how to reach it, and the consumer group that lists them. */
export type KafkaDeadLettersOptions = KafkaConnection & {
  readonly topic: string;
  readonly groupId: string;
  readonly log: Logger;
};

const ALL = -1;
const DEFAULT_LARGEST = 1_048_588;
const OVERHEAD = 4096;
/** Longer than a send and its tries may take, in milliseconds. */
const PATIENCE = { put: 120_000, close: 10_000 };

/** What is known of a record goes into headers, each with this before its name. */
const PREFIX = "searchlight.";

const messageFor = ({ record, reason, cut: cutBefore }: DeadLetter, size: number = Infinity): Message => {
  const { value, from, timestamp } = record;
  const cut = value.length > size;
  const original = Buffer.from(value.buffer, value.byteOffset, cut ? size : value.length);
  return {
    value: original,
    headers: {
      [`${PREFIX}reason`]: reason,
      [`${PREFIX}from`]: from,
      [`${PREFIX}timestamp`]: String(timestamp),
      ...(cutBefore !== undefined && { [`${PREFIX}cut`]: cutBefore }),
      ...(cut && { [`${PREFIX}cut`]: `the first ${size} of ${value.length} bytes` }),
    },
  };
};

/** A message of the topic as the letter that it is; `id` is `partition/offset`. What others wrote there says little. */
const letterIn = ({ partition, message }: Found): KeptLetter => {
  const header = (name: string): string | undefined => message.headers?.[`${PREFIX}${name}`]?.toString();
  const id = `${partition}/${message.offset}`;
  const cut = header("cut");
  return {
    id,
    at: Number(message.timestamp),
    reason: header("reason") ?? "it does not say why",
    record: {
      value: message.value ?? new Uint8Array(),
      from: header("from") ?? `dead letter ${id}`,
      timestamp: Number(header("timestamp") ?? message.timestamp),
    },
    ...(cut !== undefined && { cut }),
  };
};

/** Deletes the messages of the partition up to and with this one. */
const deleteThrough = (kafka: Kafka, topic: string, id: string): Promise<void> => {
  const [partition, offset] = id.split("/");
  return asking(kafka, async (admin) => {
    await admin.fetchTopicOffsets(topic); // kafkajs deletes only where it knows the leaders already
    await admin.deleteTopicRecords({
      topic,
      partitions: [{ partition: Number(partition), offset: String(BigInt(offset!) + 1n) }],
    });
  });
};

const isTooLarge = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  (("type" in error && (error.type === "MESSAGE_TOO_LARGE" || error.type === "RECORD_LIST_TOO_LARGE")) ||
    ("cause" in error && isTooLarge(error.cause)));

/** Creates the topic, with the cluster's own defaults, unless it exists. @throws saying what an administrator should do */
const ensureTopic = async (kafka: Kafka, topic: string, log: Logger): Promise<void> => {
  if ((await existingTopics(kafka, [topic])).length > 0) return;
  const wanted = { topics: [{ topic }], waitForLeaders: true };
  const created = await asking(kafka, (admin) => admin.createTopics(wanted)).catch((error: unknown) => {
    const advice = `create it, or allow this user to, or name another with KAFKA_DEAD_LETTER_TOPIC`;
    throw new Error(`the topic does not exist and cannot be created (${messageOf(error)}): ${advice}`, {
      cause: error,
    });
  });
  if (created) log.info({ topic }, "created the topic for dead letters");
};

/** The largest batch that the topic takes, in bytes; Kafka's default where we may not ask. */
const largestOf = (kafka: Kafka, topic: string): Promise<number> =>
  asking(kafka, async (admin) => {
    const configNames = ["max.message.bytes"];
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames }],
    });
    return Number(resources[0]?.configEntries[0]?.configValue ?? DEFAULT_LARGEST);
  }).catch(() => DEFAULT_LARGEST);

/** Sends letters in one batch; halves what is too large for the topic, and cuts a single one. */
const sendAll = async (
  kafka: Kafka,
  producer: Producer,
  topic: string,
  letters: readonly DeadLetter[],
): Promise<void> => {
  const send = (messages: Message[]): Promise<unknown> =>
    producer.send({ topic, acks: ALL, compression: CompressionTypes.GZIP, messages });
  try {
    await send(letters.map((letter) => messageFor(letter)));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const half = Math.ceil(letters.length / 2);
    if (letters.length === 1) await send([messageFor(letters[0]!, (await largestOf(kafka, topic)) - OVERHEAD)]);
    else for (const part of [letters.slice(0, half), letters.slice(half)]) await sendAll(kafka, producer, topic, part);
  }
};

/**
 * Dead letters as records of a topic: the original bytes are the value; why (`searchlight.reason`), where from
 * (`searchlight.from`) and when (`searchlight.timestamp`) are headers. One too large for the topic is cut, and
 * `searchlight.cut` says so. The topic is created if it does not exist. All replicas have a letter before `put` resolves.
 *
 * @throws SearchlightError `service-failed` from `put`: some may be there, put all again
 */
export const kafkaDeadLetters = ({ topic, groupId, log, ...connection }: KafkaDeadLettersOptions): DeadLetters => {
  const kafka = kafkaClient(connection, log);
  let ready: Promise<Producer> | undefined;
  const open = async (): Promise<Producer> => {
    await ensureTopic(kafka, topic, log);
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await explained(producer.connect());
    return producer;
  };
  const close = async (): Promise<void> => {
    const opened = ready?.catch(() => undefined); // what did not open needs no closing
    ready = undefined;
    const closed = (async () => (await opened)?.disconnect())();
    await within("leaving the brokers", PATIENCE.close, closed).catch((error: unknown) =>
      log.debug({ reason: messageOf(error) }, "could not leave the brokers of the dead letters"),
    );
  };
  return {
    put: async (letters) => {
      try {
        ready ??= open();
        const sent = ready.then((producer) => sendAll(kafka, producer, topic, letters));
        await within("sending them", PATIENCE.put, sent);
      } catch (error) {
        // The next try begins with a new connection: whatever was wrong with this one is gone with it.
        await close();
        const advice = "check that its brokers answer and that this user may write to it";
        const message = `dead letters cannot be written to the Kafka topic ${topic} (${messageOf(error)}): ${advice}`;
        throw new SearchlightError("service-failed", message, { cause: error });
      }
    },
    async *all() {
      if ((await existingTopics(kafka, [topic])).length === 0) return;
      for await (const found of readThrough(kafka, topic, groupId)) yield letterIn(found);
    },
    forgetThrough: ({ id }) => deleteThrough(kafka, topic, id),
    close,
  };
};
