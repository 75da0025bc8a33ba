import kafkajs, { CompressionTypes } from "kafkajs";
import { messageOf, SearchlightError } from "../../errors.js";
import { kafkaClient } from "../kafka/client.js";
import { readThrough } from "../kafka/read-through.js";
import { existingTopics } from "../kafka/topics.js";
const ALL = -1;
const DEFAULT_LARGEST = 1_048_588;
const OVERHEAD = 4096;
/** What is known of a record goes into headers, each with this before its name. */
const PREFIX = "searchlight.";
const messageFor = ({ record, reason, cut: cutBefore }, size = Infinity) => {
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
const letterIn = ({ partition, message }) => {
    const header = (name) => message.headers?.[`${PREFIX}${name}`]?.toString();
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
const deleteThrough = async (kafka, topic, id) => {
    const [partition, offset] = id.split("/");
    const admin = kafka.admin();
    try {
        await admin.connect();
        await admin.fetchTopicOffsets(topic); // kafkajs deletes only where it knows the leaders already
        await admin.deleteTopicRecords({
            topic,
            partitions: [{ partition: Number(partition), offset: String(BigInt(offset) + 1n) }],
        });
    }
    finally {
        await admin.disconnect();
    }
};
const isTooLarge = (error) => typeof error === "object" &&
    error !== null &&
    (("type" in error && (error.type === "MESSAGE_TOO_LARGE" || error.type === "RECORD_LIST_TOO_LARGE")) ||
        ("cause" in error && isTooLarge(error.cause)));
/** Creates the topic, with the cluster's own defaults, unless it exists. @throws saying what an administrator should do */
const ensureTopic = async (kafka, topic, log) => {
    if ((await existingTopics(kafka, [topic])).length > 0)
        return;
    const admin = kafka.admin();
    try {
        await admin.connect();
        if (await admin.createTopics({ topics: [{ topic }], waitForLeaders: true }))
            log.info({ topic }, "created the topic for dead letters");
    }
    catch (error) {
        const advice = `create it, or allow this user to, or name another with KAFKA_DEAD_LETTER_TOPIC`;
        throw new Error(`the topic does not exist and cannot be created (${messageOf(error)}): ${advice}`, {
            cause: error,
        });
    }
    finally {
        await admin.disconnect();
    }
};
/** The largest batch that the topic takes, in bytes; Kafka's default where we may not ask. */
const largestOf = async (kafka, topic) => {
    const admin = kafka.admin();
    try {
        await admin.connect();
        const configNames = ["max.message.bytes"];
        const { resources } = await admin.describeConfigs({
            includeSynonyms: false,
            resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames }],
        });
        return Number(resources[0]?.configEntries[0]?.configValue ?? DEFAULT_LARGEST);
    }
    catch {
        return DEFAULT_LARGEST;
    }
    finally {
        await admin.disconnect();
    }
};
/** Sends letters in one batch; halves what is too large for the topic, and cuts a single one. */
const sendAll = async (kafka, producer, topic, letters) => {
    const send = (messages) => producer.send({ topic, acks: ALL, compression: CompressionTypes.GZIP, messages });
    try {
        await send(letters.map((letter) => messageFor(letter)));
    }
    catch (error) {
        if (!isTooLarge(error))
            throw error;
        const half = Math.ceil(letters.length / 2);
        if (letters.length === 1)
            await send([messageFor(letters[0], (await largestOf(kafka, topic)) - OVERHEAD)]);
        else
            for (const part of [letters.slice(0, half), letters.slice(half)])
                await sendAll(kafka, producer, topic, part);
    }
};
/**
 * Dead letters as records of a topic: the original bytes are the value; why (`searchlight.reason`), where from
 * (`searchlight.from`) and when (`searchlight.timestamp`) are headers. One too large for the topic is cut, and
 * `searchlight.cut` says so. The topic is created if it does not exist. All replicas have a letter before `put` resolves.
 *
 * @throws SearchlightError `service-failed` from `put`: some may be there, put all again
 */
export const kafkaDeadLetters = ({ topic, groupId, log, ...connection }) => {
    const kafka = kafkaClient(connection, log);
    let ready;
    const open = async () => {
        await ensureTopic(kafka, topic, log);
        const producer = kafka.producer({ allowAutoTopicCreation: false });
        await producer.connect();
        return producer;
    };
    const close = async () => {
        const producer = await ready?.catch(() => undefined); // what did not open needs no closing
        ready = undefined;
        await producer?.disconnect();
    };
    return {
        put: async (letters) => {
            try {
                ready ??= open();
                await sendAll(kafka, await ready, topic, letters);
            }
            catch (error) {
                // The next try begins with a new connection: whatever was wrong with this one is gone with it.
                await close();
                const advice = "check that its brokers answer and that this user may write to it";
                const message = `dead letters cannot be written to the Kafka topic ${topic} (${messageOf(error)}): ${advice}`;
                throw new SearchlightError("service-failed", message, { cause: error });
            }
        },
        async *all() {
            if ((await existingTopics(kafka, [topic])).length === 0)
                return;
            for await (const found of readThrough(kafka, topic, groupId))
                yield letterIn(found);
        },
        forgetThrough: ({ id }) => deleteThrough(kafka, topic, id),
        close,
    };
};
