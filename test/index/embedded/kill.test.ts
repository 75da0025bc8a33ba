import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { termsIn } from "../../../src/index/query.ts";
import { admin, asking, ROCKET, states } from "../worlds.ts";
import { directoryOf, opened } from "./directory.ts";

/** More of them in the long form. */
const CYCLES = Number(process.env["KILL_CYCLES"] ?? 10);
const PROGRAM = new URL("./applying.ts", import.meta.url).pathname;

/** Lets a process apply rockets for a moment, kills it, and says how many it had acknowledged. */
async function killed(directory: string, from: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, directory, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
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

test(`killed ${CYCLES} times while it writes, an index has everything that was acknowledged, once`, async (t) => {
  const directory = directoryOf(t);
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const before = acknowledged;
    acknowledged = await killed(directory, acknowledged, Math.random() * 80);
    assert.ok(acknowledged > before, "it did write");
    const store = await opened(t, directory);
    const { total, aggregations } = await store.search(
      asking({ kind: "all" }, { aggregations: { sizes: { kind: "terms", field: "size", size: 1 } } }),
      admin(),
    );
    const sizes = termsIn(aggregations, "sizes");
    // The batch that was under way is there or not: the next process applies it again.
    assert.ok(total >= acknowledged && total <= acknowledged + 37, `${total} of ${acknowledged}`);
    assert.deepEqual([sizes?.distinct, sizes?.buckets[0]?.count], [total, 1]);
    assert.ok(await store.get({ type: ROCKET, id: `r${acknowledged - 1}` }, admin()));
    assert.equal((await states(store)).length, total);
    await store.close();
  }
});
