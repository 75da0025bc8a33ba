import assert from "node:assert/strict";
import { test } from "node:test";
import { followed, type Read } from "../../src/ingest/followed.ts";
import type { SourceRecord } from "../../src/ingest/source.ts";

const record = (from: string, timestamp: number): SourceRecord => ({ value: new Uint8Array(), from, timestamp });

test("a source is followed batch by batch, and only as far as it was acknowledged", async () => {
  let acknowledged = 0;
  const batches = [
    [record("a/b/0/7", 1000), record("a/b/0/8", 2000), record("a/b/1/3", -1)],
    [record("a/b/0/9", 3000)],
    [record("file", 1)],
  ];
  const told: Read[] = [];
  const source = followed(
    {
      async *batches() {
        for (const records of batches) yield { records, ack: async () => void acknowledged++ };
      },
      close: async () => {},
    },
    (read) => told.push(read),
  );
  let taken = 0;
  for await (const batch of source.batches(AbortSignal.timeout(1000))) {
    const before = told.length;
    if (++taken !== 2) await batch.ack();
    else assert.equal(told.length, before);
  }
  assert.equal(acknowledged, 2);
  assert.deepEqual(told, [
    { source: "a/b/0", position: 9, newest: 2000 },
    { source: "a/b/1", position: 4, newest: undefined },
  ]);
});
