import type { Batch as Fetched, Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { messageOf } from "../../errors.ts";
import type { Logger } from "../../log.ts";
import { fitting, type Pace, type Room } from "../pace.ts";
import type { SourceRecord } from "../source.ts";
import { explained, failureOf } from "./failure.ts";
import type { Handover } from "./handover.ts";
import { hold } from "./hold.ts";
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

/**
 * What one answer of a broker may hold; kafkajs asks for the next when all of this one is handled, and nothing is written meanwhile: the
 * less often the better. A broker fills its answer partition by partition, so eight of them have their share.
 */
const BYTES = { partition: 2 * 1024 * 1024, fetch: 16 * 1024 * 1024 };
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

/** A part of a fetched batch: its records, the offset of the last, and the offset to commit when it is done. */
type Part = { readonly records: readonly SourceRecord[]; readonly last: string; readonly next: string };

function* sizesFrom(messages: Fetched["messages"], from: number): Generator<Room> {
  for (let i = from; i < messages.length; i++) yield { records: 1, bytes: messages[i]!.value?.length ?? 0 };
}

/** A fetched batch in parts, each as large as there is room for when its turn comes. */
function* partsOf(batch: Fetched, room: () => Room): Generator<Part> {
  for (let from = 0; from < batch.messages.length;) {
    const messages = batch.messages.slice(from, from + fitting(sizesFrom(batch.messages, from), room()));
    from += messages.length;
    const last = messages.at(-1)!.offset;
    // Behind the last part may lie control records, which nobody sees.
    const end = from < batch.messages.length ? last : batch.lastOffset();
    yield { records: recordsOf(batch, messages), last, next: String(BigInt(end) + 1n) };
  }
}

/**
 * What a life knows while it lasts. `generation` counts the times it joined; `failed` is why it has to join again; `over`:
 * nothing more is taken from it, even where kafkajs could not be stopped.
 */
type State = {
  generation: number;
  failed: unknown;
  heard: number;
  over: boolean;
  readonly left: AbortController;
};

/** Handles a fetched batch in parts, each committed when it is acknowledged. */
const eachBatch =
  ({ handover, pace, log, session, patience = PATIENCE }: Consuming, state: State) =>
  async (payload: EachBatchPayload): Promise<void> => {
    if (state.over) return;
    // The other batches of a fetch are still handed out after one failed: they are not ours any more either.
    if (state.failed !== undefined) throw state.failed;
    const { generation, left } = state;
    const { topic, partition } = payload.batch;
    const ours = (): boolean => state.generation === generation;
    const beat = (): Promise<void> => payload.heartbeat();
    const holding = { beat, every: session / 10, ours, left: left.signal, handover, log };
    for (const { records, last, next } of partsOf(payload.batch, pace.room)) {
      for (const { from, unreadable } of records) if (unreadable !== undefined) log.error({ from }, unreadable);
      const commit = async (): Promise<void> => {
        const offsets = { topics: [{ topic, partitions: [{ partition, offset: next }] }] };
        await within("the commit", patience.commit, payload.commitOffsetsIfNecessary(offsets));
        if (ours()) payload.resolveOffset(last);
      };
      const acknowledged = await hold({ ...holding, records, commit }).catch((error: unknown) => {
        state.failed = error;
        throw error;
      });
      if (!acknowledged) return;
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
  consumer.on(CRASH, ({ payload }) => end(failureOf(payload.error)));
  const listening = setInterval(() => {
    if (Date.now() - state.heard > MILLISECONDS.silence) end(new Error("the consumer has been silent for too long"));
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
  const state: State = {
    generation: 0,
    failed: undefined,
    heard: Date.now(),
    over: false,
    left: new AbortController(),
  };
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // it may end before or after anybody listens
  const leave = async (): Promise<void> => {
    state.over = true;
    const gone = consumer.disconnect(); // first: batches given up below must not be fetched again
    state.left.abort();
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
  watch(consumer, consuming, state, reject);
  try {
    await within("joining the consumer group", patience.join, explained(join()), signal);
  } catch (error) {
    await leave();
    throw error;
  }
  return { ended, leave };
};
