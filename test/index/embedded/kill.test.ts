import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { termsIn } from "../../../src/index/aggregations/counted.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { admin, asking, ROCKET, states } from "../worlds.ts";
import { directoryOf, opened } from "./directory.ts";

/** More of them in the long form. */
const CYCLES = Number(process.env["KILL_CYCLES"] ?? 10);
const ALONE = new URL("./applying.ts", import.meta.url).pathname;
const BESIDE = new URL("./applying-beside.ts", import.meta.url).pathname;

/** Lets a process apply rockets for a moment, kills it, and says how many it had acknowledged. */
async function killed(directory: string, from: number, after: number, program = ALONE): Promise<number> {
  const args = [program, directory, String(from)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  let acknowledged = from;
  const lines = createInterface(child.stdout).on("line", (line) => (acknowledged = Number(line)));
  const read = once(lines, "close");
  await once(lines, "line");
  await sleep(after);
  child.kill("SIGKILL");
  await Promise.all([gone, read]);
  assert.equal(child.signalCode, "SIGKILL");
  return acknowledged;
}

/**
 * An index holds everything that was acknowledged, once; the batch that was under way is there or not: it comes again. Through
 * a writer that goes on, it may come between two questions (`still` is false).
 */
async function holds(store: IndexStore, acknowledged: number, still = true): Promise<void> {
  const { total, aggregations } = await store.search(
    asking({ kind: "all" }, { aggregations: { sizes: { kind: "terms", field: "size", size: 1 } } }),
    admin(),
  );
  const sizes = termsIn(aggregations, "sizes");
  assert.ok(total >= acknowledged && total <= acknowledged + 37, `${total} of ${acknowledged}`);
  assert.deepEqual([sizes?.distinct, sizes?.buckets[0]?.count], [total, 1]);
  assert.ok(await store.get({ type: ROCKET, id: `r${acknowledged - 1}` }, admin()));
  const kept = (await states(store)).length;
  assert.ok(kept === total || (!still && kept === acknowledged + 37), `${kept} are kept, ${total} found`);
}

test(`killed ${CYCLES} times while it writes, an index has everything that was acknowledged, once`, async (t) => {
  const directory = directoryOf(t);
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const before = acknowledged;
    acknowledged = await killed(directory, acknowledged, Math.random() * 80);
    assert.ok(acknowledged > before, "it did write");
    const store = await opened(t, directory);
    await holds(store, acknowledged);
    await store.close();
  }
});

test("killed while it writes through the writer, a process loses nothing that was acknowledged, and the writer goes on", async (t) => {
  const directory = directoryOf(t);
  const writer = await opened(t, directory);
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES / 2; cycle++) {
    acknowledged = await killed(directory, acknowledged, Math.random() * 80, BESIDE);
    await writer.refresh();
    await holds(writer, acknowledged, false);
  }
});

test("killed while others write through it, a writer leaves them to write themselves, or through the next; nothing is lost", async (t) => {
  const directory = directoryOf(t);
  const start = (program: string, from: number): ChildProcess =>
    spawn(process.execPath, [program, directory, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
  const first = start(ALONE, 1_000_000);
  await once(first.stdout!, "data");
  const guest = start(BESIDE, 0);
  const told: number[] = [];
  const lines = createInterface(guest.stdout!).on("line", (line) => told.push(Number(line)));
  await once(lines, "line");
  first.kill("SIGKILL");
  for (let more = 0; more < 10; more++) await once(lines, "line");
  const read = once(lines, "close");
  guest.kill("SIGKILL");
  await read;
  const acknowledged = told.at(-1)!;
  const store = await opened(t, directory);
  for (let size = 0; size < acknowledged; size += 37)
    assert.ok(await store.get({ type: ROCKET, id: `r${size + 36}` }, admin()), `r${size + 36} of ${acknowledged}`);
});
