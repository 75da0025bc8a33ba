import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createLog } from "../../../src/log.ts";
import { createHandover } from "../../../src/ingest/kafka/handover.ts";
import { hold } from "../../../src/ingest/kafka/hold.ts";
import { createPace } from "../../../src/ingest/pace.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Holds one record until it is acknowledged, or until we leave; the record, as far as anybody still has it. */
async function held(left: AbortSignal, acknowledge = true): Promise<{ value: WeakRef<Uint8Array>; answer: boolean }> {
  const handover = createHandover(createPace());
  const record = { value: new Uint8Array(1000), from: "t/0/0", timestamp: 0 };
  const holding = hold({
    records: [record],
    beat: async () => {},
    every: 1000,
    ours: () => true,
    commit: async () => {},
    left,
    handover,
    log: createLog("silent"),
  });
  if (acknowledge) {
    const taken = await handover.taken(new AbortController().signal).next();
    await taken.value!.ack();
  }
  return { value: new WeakRef(record.value), answer: await holding };
}

test("records that were acknowledged are let go, however long the membership of the group lasts", async () => {
  const leaving = new AbortController();
  const all = [];
  for (let i = 0; i < 20; i++) all.push(await held(leaving.signal));
  await sleep(10);
  collectGarbage();
  assert.deepEqual([...new Set(all.map(({ answer }) => answer))], [true]);
  const kept = all.filter(({ value }) => value.deref() !== undefined).length;
  assert.ok(kept <= 1, `${kept} of 20 are still kept`); // the last may be on the stack
  leaving.abort(); // so that it was there all the time
});

for (const when of ["before", "while"])
  test(`who leaves the group ${when} records are held gives them up`, async () => {
    const leaving = new AbortController();
    if (when === "before") leaving.abort();
    else setTimeout(() => leaving.abort(), 10);
    assert.equal((await held(leaving.signal, false)).answer, false);
  });
