import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchlightError } from "../../../src/errors.ts";
import { haste } from "../../../src/index/stores/embedded/indexing/haste.ts";
import type { Stride } from "../../../src/index/stores/embedded/indexing/stride.ts";
import { strides } from "../../../src/index/stores/embedded/indexing/strides.ts";
import { catchUp } from "../../../src/index/stores/embedded/opening/view.ts";
import { put, remove, ROCKET } from "../worlds.ts";
import { indexed } from "./indexed.ts";
import { begun, catalog, written } from "./strides-begun.ts";

/** An index before strides of at most so much, and a clock; `failing`: what the thread that makes them says instead. */
function before(most: number, much = 1000) {
  const { table, view, stride } = begun();
  const time = { now: 0 };
  const thread: { failing?: Error; asked: number } = { asked: 0 };
  const taken: number[] = [];
  const ask = async (): Promise<Stride> => {
    thread.asked++;
    if (thread.failing) throw thread.failing;
    return stride(most);
  };
  const clock = (): number => time.now;
  const going = strides({ stride: ask }, haste(much, clock), (_, changes) => void taken.push(changes), clock);
  let next = 0;
  return {
    table,
    view,
    going,
    taken,
    thread,
    count: () => indexed(view.held.types.get(ROCKET)!).size,
    write: (count: number): void => {
      for (let n = 0; n < count; n++) written(table, put(`r${next++}`, { owner: "p1" }));
    },
    takeIn: () => catchUp(view, catalog, { until: Infinity, least: Infinity }),
    /** Some time later somebody looks, and what is asked for comes. */
    later: async (milliseconds: number): Promise<void> => {
      time.now += milliseconds;
      going.look(view);
      await new Promise(setImmediate);
    },
  };
}

test("where much has been written for a second, the index goes by strides, until there is less", async () => {
  const { view, going, taken, write, later, takeIn, count } = before(5000);
  await later(0);
  for (let step = 0; step < 10; step++) {
    write(100);
    if (!going.on()) takeIn();
    await later(100);
  }
  assert.equal(going.on(), true);
  assert.deepEqual(taken, [0], "before, it was taken in otherwise");
  write(300);
  await later(100);
  await later(100);
  assert.deepEqual([taken, count()], [[0, 300, 0], 1300]);
  await later(300);
  write(7);
  await later(300);
  assert.equal(going.on(), false);
  assert.equal(count(), 1307);
  assert.equal(view.behind, true, "whoever reads next looks for more");
});

test("no stride begins before its time, but where more was left or somebody waits", async () => {
  const { view, going, taken, thread, write, later } = before(100, 0);
  await later(0);
  write(250);
  await later(10);
  assert.equal(thread.asked, 1);
  await later(30);
  assert.deepEqual(taken, [0, 100, 100, 50]);
  write(3);
  await later(1);
  assert.equal(taken.length, 4);
  going.look(view, "now");
  await new Promise(setImmediate);
  assert.deepEqual(taken.at(-1), 3);
});

test("where a record cannot be used, what is written is taken in otherwise for a while", async () => {
  const { going, taken, thread, write, later, count } = before(100, 0);
  thread.failing = new SearchlightError("bad-configuration", "the record of r1 cannot be used");
  write(3);
  await later(0);
  assert.equal(going.on(), false);
  await later(900);
  assert.deepEqual([thread.asked, taken], [1, []]);
  delete thread.failing;
  await later(100);
  assert.deepEqual([going.on(), taken, count()], [true, [3], 3]);
});

test("what else goes wrong with a stride is said, and the index goes on", async (t) => {
  const warned: string[] = [];
  t.mock.method(process, "emitWarning", (text: string) => void warned.push(text));
  const { going, thread, later } = before(100, 0);
  thread.failing = new Error("it was exchanged");
  await later(0);
  assert.equal(going.on(), false);
  assert.deepEqual(warned, ["what is written is found later, for its index was not made: it was exchanged"]);
});

test("where somebody took all of it in meanwhile, the stride leads nowhere, and the next goes on from there", async () => {
  const { view, going, taken, write, takeIn, count } = before(100, 0);
  write(5);
  going.look(view);
  write(2);
  takeIn();
  await new Promise(setImmediate);
  assert.deepEqual([taken, count(), going.on()], [[], 7, true]);
  write(1);
  going.look(view, "now");
  await new Promise(setImmediate);
  assert.deepEqual([taken, count()], [[1], 8]);
});

test("where a removal was purged before it was read, no stride is begun until whoever reads has read all anew", async () => {
  const { table, view, going, taken, thread, write, later, takeIn, count } = before(100, 0);
  write(2);
  takeIn();
  written(table, remove("r1", 20));
  table.purge(Number.MAX_SAFE_INTEGER);
  await later(0);
  assert.deepEqual([going.on(), view.behind, taken], [false, true, []]);
  await later(20);
  assert.deepEqual([going.on(), thread.asked], [false, 1], "else nobody else would read anything");
  takeIn();
  assert.equal(count(), 1);
  await later(1000);
  assert.equal(going.on(), true);
});
