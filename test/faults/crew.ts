import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { IndexStore } from "../../src/index/store.ts";
import { kafkaDeadLetters } from "../../src/ingest/dead-letters/kafka.ts";
import { createLog } from "../../src/log.ts";
import { MEBIBYTES } from "./plan.ts";
import { assertSame, everything } from "./same.ts";
import type { Topic } from "./topic.ts";
import { catalog, textOf, type Truth } from "./truth.ts";
import { startWorker, type Settings, type Worker } from "./worker.ts";

const STANDSTILL_SECONDS = 120;

/** Some workers of one consumer group that fill one index; `open` opens that to look at it. */
export type Crew = {
  readonly name: string;
  readonly groupId: string;
  readonly workers: readonly Worker[];
  readonly open: () => Promise<IndexStore>;
};

const deadLetterTopic = (groupId: string): string => `${groupId}.dead-letters`;

/** A crew of so many workers with the same settings. */
export function startCrew({ name, groupId, open }: Omit<Crew, "workers">, count: number, settings: Settings): Crew {
  const own = { ...settings, KAFKA_GROUP: groupId, KAFKA_DEAD_LETTER_TOPIC: deadLetterTopic(groupId) };
  return { name, groupId, open, workers: Array.from({ length: count }, () => startWorker(own)) };
}

/** What every worker of a crew is at. */
const stateOf = ({ workers }: Crew): string => workers.map(({ state }) => state()).join("\n");

/** Resolves when all is acknowledged. @throws when nothing was for two minutes, with what the workers said last */
export async function caughtUp(crew: Crew, topic: Topic): Promise<void> {
  let least = Infinity;
  let since = Date.now();
  for (let lag = Infinity; lag > 0; await sleep(200)) {
    lag = await topic.lag(crew.groupId);
    if (lag < least) [least, since] = [lag, Date.now()];
    if (Date.now() - since < STANDSTILL_SECONDS * 1000) continue;
    throw new Error(`${crew.name} stands still with ${least} records to go:\n${stateOf(crew)}`);
  }
}

/** The bytes of every record that is a dead letter, once however often it was put there, sorted. */
async function lettersOf({ groupId }: Crew, broker: string): Promise<string[]> {
  const topic = deadLetterTopic(groupId);
  const letters = kafkaDeadLetters({ brokers: [broker], topic, groupId: `${topic}.look`, log: createLog("silent") });
  const found = new Set<string>(); // no two poisons are the same
  for await (const { record } of letters.all()) found.add(textOf(record.value));
  await letters.close();
  return [...found].toSorted();
}

async function dismiss({ name, workers }: Crew): Promise<void> {
  const codes = await Promise.all(workers.map((worker) => worker.stop()));
  assert.deepEqual(new Set(codes), new Set([0]), `${name}: SIGTERM ends every worker in order`);
}

/** How much memory one worker took at most, and how often one ended by itself. @throws when it was too much */
function frugal({ name, workers }: Crew): string {
  const mebibytes = Math.round(Math.max(...workers.map(({ seen }) => seen.mebibytes)));
  assert.ok(mebibytes <= MEBIBYTES, `${name}: a worker took ${mebibytes} MiB`);
  const ends = workers.reduce((sum, { seen }) => sum + seen.ends, 0);
  return `${name}: ${mebibytes} MiB at most${ends > 0 ? `, ${ends} ended by itself` : ""}`;
}

/** Ends a crew that has caught up and compares what it made with the truth; what its workers took. */
export async function judged(crew: Crew, truth: Truth, broker: string): Promise<string> {
  await dismiss(crew);
  const store = await crew.open();
  try {
    await store.refresh();
    assertSame(`${crew.name}: states`, await everything(store, catalog), truth.states);
  } finally {
    await store.close();
  }
  assertSame(`${crew.name}: dead letters`, await lettersOf(crew, broker), truth.rejected);
  return frugal(crew);
}
