import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import kafkajs from "kafkajs";
import type { Consumer, ConsumerRunConfig, EachBatchPayload, Kafka } from "kafkajs";
import { createHandover } from "../../../src/ingest/kafka/handover.ts";
import { live, type Consuming } from "../../../src/ingest/kafka/life.ts";
import { createPace } from "../../../src/ingest/pace.ts";
import { keptLog } from "./lab.ts";

const forEver = (): Promise<never> => new Promise(() => undefined);

/** A consumer that does all at once and hands nothing out, but for what is said otherwise. */
const consumer = (otherwise: Partial<Consumer>): Consumer =>
  ({
    events: {},
    on: () => () => undefined,
    connect: async () => undefined,
    subscribe: async () => undefined,
    run: async () => undefined,
    disconnect: async () => undefined,
    ...otherwise,
  }) as unknown as Consumer;

const consuming = (otherwise: Partial<Consumer>, signal = new AbortController().signal) => {
  const { log, lines } = keptLog();
  const pace = createPace();
  const handover = createHandover(pace);
  const parts: Consuming = {
    kafka: { consumer: () => consumer(otherwise) } as unknown as Kafka,
    groupId: "group",
    topics: ["topic"],
    handover,
    pace,
    log,
    session: 6000,
    patience: { join: 50, commit: 50, leave: 50 },
    signal,
  };
  return { parts, handover, lines };
};

/** A batch of one record, as kafkajs hands it out. */
const payload = (commit: () => Promise<void>): EachBatchPayload =>
  ({
    batch: {
      topic: "topic",
      partition: 0,
      messages: [{ value: Buffer.from("text"), offset: "7", timestamp: "1" }],
      lastOffset: () => "7",
    },
    heartbeat: async () => undefined,
    resolveOffset: () => undefined,
    commitOffsetsIfNecessary: commit,
  }) as unknown as EachBatchPayload;

for (const step of ["connect", "subscribe", "run"] as const)
  test(`a consumer whose ${step} never comes to an end is given up, and left`, async () => {
    let left = 0;
    const disconnect = async (): Promise<void> => void left++;
    const { parts } = consuming({ [step]: forEver, disconnect });
    await assert.rejects(live(parts), /joining the consumer group did not come to an end/);
    assert.equal(left, 1);
  });

test("a consumer that is joining is not waited for once all is to stop", async () => {
  const stop = new AbortController();
  const { parts } = consuming({ run: forEver }, stop.signal);
  const living = live({ ...parts, patience: { join: 60_000, commit: 50, leave: 50 } });
  stop.abort();
  await assert.rejects(living, { name: "AbortError" });
});

test("a group that lets nobody go is left all the same, which the log says; nothing is taken from it any more", async () => {
  let given: ConsumerRunConfig["eachBatch"];
  const run = async ({ eachBatch }: ConsumerRunConfig = {}): Promise<void> => void (given = eachBatch);
  const { parts, handover, lines } = consuming({ run, disconnect: forEver });
  const life = await live(parts);
  await life.leave();
  assert.match(JSON.stringify(lines), /could not leave the group/);

  const taken = handover.taken(AbortSignal.timeout(100));
  await given!(payload(forEver));
  assert.equal((await taken.next()).done, true);
});

/** A life that has joined, what kafkajs calls with each batch, and where those go. */
const joined = async (t: TestContext) => {
  let given: ConsumerRunConfig["eachBatch"];
  const run = async ({ eachBatch }: ConsumerRunConfig = {}): Promise<void> => void (given = eachBatch);
  const { parts, handover } = consuming({ run });
  const life = await live(parts);
  t.after(life.leave);
  return { given: given!, handover, life };
};

test("a commit that is never answered ends the life, so that another begins", async (t) => {
  const { given, handover, life } = await joined(t);
  const worker = async (): Promise<void> => {
    for await (const batch of handover.taken(AbortSignal.timeout(1000))) return batch.ack();
  };
  await Promise.all([given(payload(forEver)), worker()]);
  await assert.rejects(life.ended, /the commit did not come to an end/);
});

const protocolError = (type: string): Error =>
  new kafkajs.KafkaJSProtocolError(Object.assign(new Error(type), { type, code: 0 }));

for (const type of ["REBALANCE_IN_PROGRESS", "ILLEGAL_GENERATION", "NOT_COORDINATOR_FOR_GROUP", "UNKNOWN_MEMBER_ID"])
  test(`a commit that is refused with ${type} does not: kafkajs, which joins again then, is told by the next batch`, async (t) => {
    const { given, handover, life } = await joined(t);
    const refused = payload(() => Promise.reject(protocolError(type)));
    await given(refused);
    for await (const batch of handover.taken(AbortSignal.timeout(1000))) {
      await batch.ack();
      break;
    }
    await assert.rejects(given(refused), { type });
    assert.equal(await Promise.race([life.ended, sleep(5, "lives")]), "lives");
  });

test("what kafkajs fetches next is from behind what was offered, control records too, and nothing is committed before it is acknowledged", async (t) => {
  const { given, handover } = await joined(t);
  const [resolved, committed]: [string[], unknown[]] = [[], []];
  const one = payload(async () => undefined);
  await given({
    ...one,
    batch: { ...one.batch, lastOffset: () => "8" },
    resolveOffset: (offset) => resolved.push(offset),
    commitOffsetsIfNecessary: async (offsets) => void committed.push(offsets?.topics),
  });
  assert.deepEqual([resolved, committed], [["7"], []]); // kafkajs takes the last record for the last offset
  for await (const batch of handover.taken(AbortSignal.timeout(1000))) {
    await batch.ack();
    break;
  }
  assert.deepEqual(committed, [[{ topic: "topic", partitions: [{ partition: 0, offset: "9" }] }]]);
});
