import type { Batch as Fetched, Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import { fitting, type Pace, type Room } from "../pace.ts";
import type { SourceRecord } from "../source.ts";
import { explained, failureOf, isRejoining } from "./failure.ts";
import { createGeneration, type Generation, type Part } from "./generation.ts";
import type { Handover } from "./handover.ts";
import { standInReason } from "./stand-in.ts";
import { within } from "./within.ts";

/** What a consumer is told. Times are milliseconds. */
export type Consuming = {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly handover: Handover;
  readonly pace: Pace;
  readonly log: Logger;
  /** After how long without a heartbeat the group gives our partitions to others. */
  readonly session: number;
  /** For how long kafkajs is waited for. */
  readonly patience?: Patience;
  /** When it aborts, joining is given up. */
  readonly signal: AbortSignal;
};

/** How long joining the group, a commit and leaving may take, in milliseconds; then the life is over. */
type Patience = { readonly join: number; readonly commit: number; readonly leave: number };

/** One life of a consumer, from joining the group to leaving it. */
export type Life = {
  /** Rejects with the reason when it ends by itself: brokers away for too long, not authorised, a topic gone. */
  readonly ended: Promise<never>;
  /** Leaves the group, or gives up leaving. What was not acknowledged comes again, to whoever gets the partition. */
  readonly leave: () => Promise<void>;
};

/** What one answer of a broker may hold. It fills its answer partition by partition, so eight of them have their share. */
const BYTES = { partition: 1024 * 1024, fetch: 8 * 1024 * 1024 };
/** Partitions whose records may be handled together. */
const PARTITIONS = 8;
const MILLISECONDS = { wait: 1000, rebalance: 30_000, silence: 90_000 };
/** A rebalance may take 30 s, a request as long. Who is not let go by the group is taken for dead after a session. */
const PATIENCE: Patience = { join: 90_000, commit: 45_000, leave: 10_000 };
const NOTHING = new Uint8Array();

/** Messages as records. A tombstone has no bytes; a stand-in carries why it could not be read. */
const recordsOf = ({ topic, partition }: Fetched, messages: Fetched["messages"]): SourceRecord[] =>
  messages.flatMap(({ value, offset, timestamp }) => {
    const unreadable = value === null ? undefined : standInReason(value);
    if (unreadable !== undefined && value?.length === 0) return [];
    const record = { value: value ?? NOTHING, from: `${topic}/${partition}/${offset}`, timestamp: Number(timestamp) };
    return [unreadable === undefined ? record : { ...record, unreadable }];
  });

function* sizesFrom(messages: Fetched["messages"], from: number): Generator<Room> {
  for (let i = from; i < messages.length; i++) yield { records: 1, bytes: messages[i]!.value?.length ?? 0 };
}

/** A fetched batch in parts, each as large as there is room for when its turn comes, and the offset of its last record. */
function* partsOf(batch: Fetched, room: () => Room): Generator<{ readonly part: Part; readonly last: string }> {
  const { topic, partition } = batch;
  for (let from = 0; from < batch.messages.length;) {
    const messages = batch.messages.slice(from, from + fitting(sizesFrom(batch.messages, from), room()));
    from += messages.length;
    const last = messages.at(-1)!.offset;
    // Behind the last part may lie control records, which nobody sees.
    const end = from < batch.messages.length ? last : batch.lastOffset();
    yield { part: { topic, partition, records: recordsOf(batch, messages), next: String(BigInt(end) + 1n) }, last };
  }
}

/** What a life knows while it lasts. `over`: nothing more is taken from it, even where kafkajs could not be stopped. */
type State = {
  generation: Generation | undefined;
  heard: number;
  over: boolean;
  readonly left: AbortController;
  /** Ends the life. */
  readonly end: (reason: unknown) => void;
};

/** The generation that begins with the first batch after the group was joined. */
const generationOf = (
  { handover, log, session, patience = PATIENCE }: Consuming,
  payload: EachBatchPayload,
  end: (reason: unknown) => void,
): Generation =>
  createGeneration({
    beat: () => payload.heartbeat(),
    every: session / 10,
    commit: (done) => {
      const topics = done.map(({ topic, partition, next }) => ({ topic, partitions: [{ partition, offset: next }] }));
      return within("the commit", patience.commit, payload.commitOffsetsIfNecessary({ topics }));
    },
    // kafkajs joins again when it is told of these, by the next batch or its own heartbeat.
    failed: (reason) => void (isRejoining(reason) || end(failureOf(reason))),
    handover,
    log,
  });

/**
 * Offers a fetched batch in parts. kafkajs goes on to fetch as soon as the last was offered, from behind it: what is not acknowledged
 * comes again because the group is joined again, from what was committed, whatever went wrong.
 */
const eachBatch =
  (consuming: Consuming, state: State) =>
  async (payload: EachBatchPayload): Promise<void> => {
    const { pace, log } = consuming;
    if (state.over) return;
    const generation = (state.generation ??= generationOf(consuming, payload, state.end));
    for (const { part, last } of partsOf(payload.batch, pace.room)) {
      if (!(await generation.offer(part))) return;
      for (const { from, unreadable } of part.records) if (unreadable !== undefined) log.error({ from }, unreadable);
      payload.resolveOffset(last);
    }
  };

/** Notes signs of life and new generations, and ends what crashed or has been silent for too long. */
const watch = (consumer: Consumer, { log, groupId }: Consuming, state: State): void => {
  const { GROUP_JOIN, FETCH, HEARTBEAT, CRASH } = consumer.events;
  const heard = (): void => void (state.heard = Date.now());
  consumer.on(GROUP_JOIN, ({ payload }) => {
    state.generation?.end();
    state.generation = undefined;
    heard();
    log.info({ groupId, partitions: payload.memberAssignment }, "joined the consumer group");
  });
  consumer.on(FETCH, heard);
  consumer.on(HEARTBEAT, heard);
  consumer.on(CRASH, ({ payload }) => state.end(failureOf(payload.error)));
  const listening = setInterval(() => {
    if (Date.now() - state.heard > MILLISECONDS.silence)
      state.end(new Error("the consumer has been silent for too long"));
  }, MILLISECONDS.wait).unref();
  state.left.signal.addEventListener("abort", () => clearInterval(listening), { once: true });
};

/** Joins the group and hands over what it fetches. `topics` must exist. @throws why it cannot start, within its patience */
export const live = async (consuming: Consuming): Promise<Life> => {
  const { kafka, groupId, topics, session, log, signal, patience = PATIENCE } = consuming;
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
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // it may end before or after anybody listens
  const state: State = { generation: undefined, heard: Date.now(), over: false, left: new AbortController(), end };
  const leave = async (): Promise<void> => {
    state.over = true;
    const gone = consumer.disconnect(); // first: batches given up below must not be fetched again
    state.left.abort();
    state.generation?.end();
    await within("leaving the group", patience.leave, gone).catch((error: unknown) =>
      log.warn({ reason: messageOf(error) }, "could not leave the group, which takes us for dead after a session"),
    );
  };
  const join = async (): Promise<void> => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS,
      eachBatch: eachBatch(consuming, state),
    });
  };
  watch(consumer, consuming, state);
  try {
    await within("joining the consumer group", patience.join, explained(join()), signal);
  } catch (error) {
    await leave();
    throw error;
  }
  return { ended, leave };
};
