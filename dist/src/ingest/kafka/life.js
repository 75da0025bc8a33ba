import { messageOf } from "../../errors.js";
import { hold } from "./hold.js";
import { standInReason } from "./stand-in.js";
const BYTES = { partition: 1024 * 1024, fetch: 8 * 1024 * 1024 };
const RECORDS = 1000;
const MILLISECONDS = { wait: 1000, rebalance: 30_000, silence: 90_000 };
const NOTHING = new Uint8Array();
/** Messages as records. A tombstone has no bytes; a stand-in carries why it could not be read. */
const recordsOf = ({ topic, partition }, messages) => messages.flatMap(({ value, offset, timestamp }) => {
    const unreadable = value === null ? undefined : standInReason(value);
    if (unreadable !== undefined && value?.length === 0)
        return [];
    const record = { value: value ?? NOTHING, from: `${topic}/${partition}/${offset}`, timestamp: Number(timestamp) };
    return [unreadable === undefined ? record : { ...record, unreadable }];
});
const partsOf = (batch) => Array.from({ length: Math.ceil(batch.messages.length / RECORDS) }, (_, i) => {
    const messages = batch.messages.slice(i * RECORDS, (i + 1) * RECORDS);
    const last = messages.at(-1).offset;
    // Behind the last part may lie control records, which nobody sees.
    const end = (i + 1) * RECORDS < batch.messages.length ? last : batch.lastOffset();
    return { records: recordsOf(batch, messages), last, next: String(BigInt(end) + 1n) };
});
/** Handles a fetched batch in parts, each committed when it is acknowledged. */
const eachBatch = ({ handover, log, session }, state) => async (payload) => {
    // The other batches of a fetch are still handed out after one failed: they are not ours any more either.
    if (state.failed !== undefined)
        throw state.failed;
    const { generation, left } = state;
    const { topic, partition } = payload.batch;
    const ours = () => state.generation === generation;
    const beat = () => payload.heartbeat();
    const holding = { beat, every: session / 10, ours, left: left.promise, handover, log };
    for (const { records, last, next } of partsOf(payload.batch)) {
        for (const { from, unreadable } of records)
            if (unreadable !== undefined)
                log.error({ from }, unreadable);
        const commit = async () => {
            await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: next }] }] });
            if (ours())
                payload.resolveOffset(last);
        };
        const acknowledged = await hold({ ...holding, records, commit }).catch((error) => {
            state.failed = error;
            throw error;
        });
        if (!acknowledged)
            return;
    }
};
/** Notes signs of life, and calls `end` when the consumer crashed or has been silent for too long. */
const watch = (consumer, { log, groupId }, state, end) => {
    const { GROUP_JOIN, FETCH_START, FETCH, HEARTBEAT, CRASH } = consumer.events;
    const heard = () => void (state.heard = Date.now());
    consumer.on(GROUP_JOIN, ({ payload }) => {
        state.generation++;
        heard();
        log.info({ groupId, partitions: payload.memberAssignment }, "joined the consumer group");
    });
    consumer.on(FETCH_START, () => void (state.failed = undefined));
    consumer.on(FETCH, heard);
    consumer.on(HEARTBEAT, heard);
    consumer.on(CRASH, ({ payload }) => end(payload.error));
    const listening = setInterval(() => {
        if (Date.now() - state.heard > MILLISECONDS.silence)
            end(new Error("the consumer has been silent for too long"));
    }, MILLISECONDS.wait).unref();
    void state.left.promise.then(() => clearInterval(listening));
};
/** Joins the group and hands over what it fetches. `topics` must exist. @throws what kafkajs throws when it cannot start */
export const live = async (consuming) => {
    const { kafka, groupId, topics, session, log } = consuming;
    const consumer = kafka.consumer({
        groupId,
        sessionTimeout: session,
        heartbeatInterval: session / 5,
        rebalanceTimeout: MILLISECONDS.rebalance,
        maxBytesPerPartition: BYTES.partition,
        maxBytes: BYTES.fetch,
        maxWaitTimeInMs: MILLISECONDS.wait,
        allowAutoTopicCreation: false,
        // A crash is the end of this life; the next one is begun by whoever began this.
        retry: { restartOnFailure: async () => false },
    });
    const state = { generation: 0, failed: undefined, heard: Date.now(), left: Promise.withResolvers() };
    const { promise: ended, reject } = Promise.withResolvers();
    ended.catch(() => undefined); // it may end before or after anybody listens
    const leave = async () => {
        const gone = consumer.disconnect(); // first: batches given up below must not be fetched again
        state.left.resolve();
        await gone.catch((error) => log.debug({ error: messageOf(error) }, "could not leave the group"));
    };
    watch(consumer, consuming, state, reject);
    try {
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning: true });
        await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: eachBatch(consuming, state) });
    }
    catch (error) {
        await leave();
        throw error;
    }
    return { ended, leave };
};
