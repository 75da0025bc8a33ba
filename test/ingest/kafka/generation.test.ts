import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGeneration, type Belonging, type Part } from "../../../src/ingest/kafka/generation.ts";
import { createHandover } from "../../../src/ingest/kafka/handover.ts";
import type { Behind } from "../../../src/ingest/kafka/lines.ts";
import { createPace } from "../../../src/ingest/pace.ts";
import type { Batch } from "../../../src/ingest/source.ts";
import { keptLog } from "./lab.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** The part of a partition that ends before the offset `next`. */
const part = (next: number, partition = 0): Part => ({
  topic: "t",
  partition,
  next: `${next}`,
  records: [{ value: new Uint8Array(1000), from: `t/${partition}/${next - 1}`, timestamp: 0 }],
});

/** A generation, who takes what it offers, what it committed in which request, and what it failed of. */
const begun = (otherwise: Partial<Belonging> = {}) => {
  const handover = createHandover(createPace());
  const { log, lines } = keptLog();
  const [commits, failures]: [string[], unknown[]] = [[], []];
  const generation = createGeneration({
    beat: async () => {},
    every: 1000,
    commit: async (done: readonly Behind[]) =>
      void commits.push(done.map(({ topic, partition, next }) => `${topic}/${partition}:${next}`).join(" ")),
    failed: (reason) => failures.push(reason),
    handover,
    log,
    ...otherwise,
  });
  const taken = handover.taken(AbortSignal.timeout(2000));
  const next = async (): Promise<Batch> => (await taken.next()).value!;
  return { ...generation, next, commits, failures, lines, taken };
};

test("two parts of a partition are on their way at most: the third waits until one is acknowledged", async (t) => {
  const { offer, next, end } = begun();
  t.after(end);
  await offer(part(1));
  await offer(part(2));
  const third = offer(part(3));
  assert.equal(await Promise.race([third, nextTurn("waits")]), "waits");
  assert.equal(await offer(part(1, 1)), true, "another partition does not wait");
  await (await next()).ack();
  assert.equal(await third, true);
});

test("a part that is acknowledged before the one before it is not committed until that is, then both are at once", async (t) => {
  const { offer, next, end, commits } = begun();
  t.after(end);
  await offer(part(1));
  await offer(part(2));
  const [first, second] = [await next(), await next()];
  await second.ack();
  assert.deepEqual(commits, []);
  await first.ack();
  assert.deepEqual(commits, ["t/0:2"]);
});

test("what is acknowledged together is committed in one request", async (t) => {
  const { offer, next, end, commits } = begun();
  t.after(end);
  for (const partition of [0, 1]) for (const offset of [1, 2]) await offer(part(offset, partition));
  const [some, rest] = [await next(), await next()];
  await Promise.all([some.ack(), rest.ack()]);
  assert.deepEqual(commits, ["t/0:2 t/1:1"]);
});

test("what is acknowledged while a commit is under way is committed by the next, for which it waits", async (t) => {
  const requests: { readonly done: string; readonly answer: () => void }[] = [];
  const commit = ([done]: readonly Behind[]): Promise<void> =>
    new Promise((answer) => void requests.push({ done: done!.next, answer }));
  const { offer, next, end } = begun({ commit });
  t.after(end);
  await offer(part(1));
  await offer(part(2));
  const first = (await next()).ack();
  await nextTurn();
  const second = (await next()).ack();
  await nextTurn();
  assert.deepEqual(
    requests.map(({ done }) => done),
    ["1"],
    "one at a time",
  );
  requests[0]!.answer();
  await nextTurn();
  assert.equal(await Promise.race([second, nextTurn("waits")]), "waits");
  requests[1]!.answer();
  await Promise.all([first, second]);
  assert.deepEqual(
    requests.map(({ done }) => done),
    ["1", "2"],
  );
});

for (const [what, otherwise] of [
  ["heartbeat", { beat: () => Promise.reject(new Error("lost")), every: 1 }],
  ["commit", { commit: () => Promise.reject(new Error("lost")) }],
] as const)
  test(`a ${what} that fails is told once, and who offers or waits is told why; acknowledging never fails`, async (t) => {
    const { offer, next, end, failures } = begun(otherwise);
    t.after(end);
    await offer(part(1));
    await offer(part(2));
    const waiting = assert.rejects(Promise.all([offer(part(3)), offer(part(4))]), /lost/);
    if (what === "commit") await (await next()).ack();
    await waiting;
    await assert.rejects(offer(part(1, 1)), /lost/);
    await (await next()).ack();
    await sleep(5);
    assert.deepEqual(failures.map(String), ["Error: lost"]);
  });

test("no heartbeat is sent while nothing is in hand", async (t) => {
  let beats = 0;
  const { offer, next, end } = begun({ beat: async () => void beats++, every: 1 });
  t.after(end);
  await sleep(10);
  assert.equal(beats, 0);
  await offer(part(1));
  await sleep(10);
  assert.ok(beats > 0);
  await (await next()).ack();
  const before = beats;
  await sleep(10);
  assert.equal(beats, before);
});

test("at its end who waits is told so, what nobody took is taken back, and what is acknowledged later commits nothing", async () => {
  const { offer, next, end, commits, lines, taken } = begun();
  await offer(part(1));
  const first = await next();
  await offer(part(2));
  const waiting = offer(part(3));
  end();
  assert.equal(await waiting, false);
  assert.equal(await offer(part(4)), false);
  await first.ack();
  assert.deepEqual(commits, []);
  assert.match(lines[0]!.message, /too late to commit; the records come again/);
  assert.equal((await Promise.race([taken.next(), sleep(20)]))?.value, undefined);
});

test("records that were acknowledged are let go, however long the generation lasts", async (t) => {
  const { offer, next, end } = begun();
  t.after(end);
  const all: WeakRef<Uint8Array>[] = [];
  for (let i = 0; i < 20; i++) {
    await offer(part(i + 1));
    const batch = await next();
    all.push(new WeakRef(batch.records[0]!.value));
    await batch.ack();
  }
  await sleep(10);
  collectGarbage();
  const kept = all.filter((value) => value.deref() !== undefined).length;
  assert.ok(kept <= 1, `${kept} of 20 are still kept`); // the last may be on the stack
});
