import type { Batch as Fetched, Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import type { SourceRecord } from "../source.ts";
import type { Handover } from "./handover.ts";
import { hold } from "./hold.ts";
import { standInReason } from "./stand-in.ts";

/** What a consumer is told. Times are milliseconds. */
export type Consuming = {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly handover: Handover;
  readonly log: Logger;
  /** After how long without a heartbeat the group gives our partitions to others. */
  readonly session: number;
};

/** One life of a consumer, from joining the group to leaving it. */
export type Life = {
  /** Rejects with the reason when it ends by itself: brokers away for too long, not authorised, a topic gone. */
  readonly ended: Promise<never>;
  /** Leaves the group. What was not acknowledged comes again, to whoever gets the partition. */
  readonly leave: () => Promise<void>;
};

const BYTES = { partition: 1024 * 1024, fetch: 8 * 1024 * 1024 };
const RECORDS = 1000;
const MILLISECONDS = { wait: 1000, rebalance: 30_000, silence: 90_000 };
const NOTHING = new Uint8Array();

/** A fetched batch as records. A tombstone has no bytes; a stand-in carries why it could not be read. */
const recordsOf = ({ topic, partition }: Fetched, messages: Fetched["messages"]): SourceRecord[] =>
  messages.flatMap(({ value, offset, timestamp }) => {
    const unreadable = value === null ? undefined : standInReason(value);
    if (unreadable !== undefined && value?.length === 0) return [];
    const record = { value: value ?? NOTHING, from: `${topic}/${partition}/${offset}`, timestamp: Number(timestamp) };
    return [unreadable === undefined ? record : { ...record, unreadable }];
  });

/** What a life knows while it lasts. `generation` counts the times it joined; `failed` is why it has to join again. */
type State = { generation: number; failed: unknown; heard: number; readonly left: PromiseWithResolvers<void> };

/** Handles a fetched batch in parts, each committed when it is acknowledged. */
const eachBatch =
  ({ handover, log, session }: Consuming, state: State) =>
  async (payload: EachBatchPayload): Promise<void> => {
    const { generation } = state;
    const { batch } = payload;
    const { topic, partition, messages } = batch;
    // The other batches of a fetch are still handed out after one failed: they are not ours any more either.
    if (state.failed !== undefined) throw state.failed;
    for (let at = 0; at < messages.length; at += RECORDS) {
      const part = messages.slice(at, at + RECORDS);
      const last = part.at(-1)!.offset;
      // Behind the last part may lie control records, which nobody sees.
      const end = at + RECORDS < messages.length ? last : batch.lastOffset();
      const records = recordsOf(batch, part);
      for (const { from, unreadable } of records) if (unreadable !== undefined) log.error({ from }, unreadable);
      const ours = (): boolean => state.generation === generation;
      const commit = async (): Promise<void> => {
        const offset = String(BigInt(end) + 1n);
        await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
        if (ours()) payload.resolveOffset(last);
      };
      try {
        const every = session / 10;
        const acked = await hold({
          records,
          beat: () => payload.heartbeat(),
          every,
          ours,
          commit,
          left: state.left.promise,
          handover,
          log,
        });
        if (!acked) return;
      } catch (error) {
        state.failed = error;
        throw error;
      }
    }
  };

/** Notes signs of life, and calls `end` when the consumer crashed or has been silent for too long. */
const watch = (consumer: Consumer, { log, groupId }: Consuming, state: State, end: (reason: unknown) => void): void => {
  const { GROUP_JOIN, FETCH_START, FETCH, HEARTBEAT, CRASH } = consumer.events;
  const heard = (): void => void (state.heard = Date.now());
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
    if (Date.now() - state.heard > MILLISECONDS.silence) end(new Error("the consumer has been silent for too long"));
  }, MILLISECONDS.wait).unref();
  void state.left.promise.then(() => clearInterval(listening));
};

/** Joins the group and hands over what it fetches. `topics` must exist. @throws what kafkajs throws when it cannot start */
export const live = async (consuming: Consuming): Promise<Life> => {
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
  const state: State = { generation: 0, failed: undefined, heard: Date.now(), left: Promise.withResolvers() };
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // it may end before or after anybody listens
  const leave = async (): Promise<void> => {
    const gone = consumer.disconnect(); // first: batches given up below must not be fetched again
    state.left.resolve();
    await gone.catch((error: unknown) => log.debug({ error: messageOf(error) }, "could not leave the group"));
  };
  watch(consumer, consuming, state, reject);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: eachBatch(consuming, state) });
  } catch (error) {
    await leave();
    throw error;
  }
  return { ended, leave };
};
