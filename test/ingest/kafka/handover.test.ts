import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createHandover } from "../../../src/ingest/kafka/handover.ts";
import type { Room } from "../../../src/ingest/pace.ts";
import type { Batch } from "../../../src/ingest/source.ts";

const LARGE: Room = { records: 100, bytes: 1000 };

/** A handover with so much room, what it was told of the pace, and batches that note their acknowledgement. */
const laid = (room: Room = LARGE) => {
  const took: number[] = [];
  const acked: string[] = [];
  const handover = createHandover({ room: () => room, took: (records) => took.push(records) });
  const batch = (name: string, count = 1): Batch => ({
    records: Array.from({ length: count }, (_, i) => ({
      value: new Uint8Array(10),
      from: `${name}/${i}`,
      timestamp: 0,
    })),
    ack: async () => void acked.push(name),
  });
  const taken = handover.taken(AbortSignal.timeout(2000));
  const next = async (): Promise<Batch> => (await taken.next()).value as Batch;
  return { ...handover, batch, next, taken, took, acked };
};

const from = ({ records }: Batch): string[] => records.map((record) => record.from);

test("a lone record is handed over at once: nothing is waited for to fill a batch", async () => {
  const { offer, batch, next } = laid();
  const waiting = next();
  offer(batch("a"));
  const first = await Promise.race([waiting, nextTurn(undefined)]);
  assert.ok(first, "nothing came in this turn of the event loop");
  assert.deepEqual(from(first), ["a/0"]);
});

test("of what came of several partitions while one was handled half is handed over together, the rest to who comes next; each is acknowledged", async () => {
  const { offer, batch, next, acked } = laid();
  offer(batch("a"));
  await next();
  for (const name of ["b", "c", "d"]) offer(batch(name, 2));
  const [together, rest] = [await next(), await next()];
  assert.deepEqual(from(together), ["b/0", "b/1", "c/0", "c/1"]);
  assert.deepEqual(from(rest), ["d/0", "d/1"]);
  await together.ack();
  assert.deepEqual(acked, ["b", "c"]);
  await rest.ack();
  assert.deepEqual(acked, ["b", "c", "d"]);
});

test("but no more than there is room for, in records and in bytes", async () => {
  for (const room of [
    { records: 4, bytes: 1000 },
    { records: 100, bytes: 45 },
  ]) {
    const { offer, batch, next } = laid(room);
    for (const name of ["a", "b", "c"]) offer(batch(name, 2));
    assert.deepEqual(from(await next()), ["a/0", "a/1", "b/0", "b/1"]);
    assert.deepEqual(from(await next()), ["c/0", "c/1"]);
  }
});

test("what was withdrawn is not handed over", async () => {
  const { offer, withdraw, batch, next } = laid();
  const withdrawn = batch("a");
  offer(withdrawn);
  offer(batch("b"));
  withdraw(withdrawn);
  assert.deepEqual(from(await next()), ["b/0"]);
});

test("the pace is told how many records were handled when they are acknowledged", async () => {
  const { offer, batch, next, took } = laid();
  offer(batch("a", 3));
  const first = await next();
  offer(batch("b"));
  const second = await next();
  assert.deepEqual(took, []);
  await second.ack();
  assert.deepEqual(took, [1]);
  await first.ack();
  assert.deepEqual(took, [1, 3]);
});

test("who asks before the last was acknowledged is given what lies there of other partitions", async () => {
  const { offer, batch, next } = laid();
  const [first, second] = [next(), next()];
  offer(batch("a"));
  assert.deepEqual(from(await first), ["a/0"]);
  offer(batch("b"));
  assert.deepEqual(from(await second), ["b/0"]);
});
