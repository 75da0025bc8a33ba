import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createPace, fitting, nextPace } from "../../src/ingest/pace.ts";

const cases = [
  ["a batch that took as long as it may is repeated as large", 500, 500, 500, 500],
  ["one that was quick is doubled, not more", 500, 500, 1, 1000],
  ["one that was slow is halved, not less", 500, 500, 60_000, 250],
  ["one that was a little slow becomes a little smaller", 500, 500, 625, 400],
  ["a lone record that was quick says nothing of many", 500, 1, 1, 500],
  ["a lone record that was slow says that many would be slower", 500, 1, 5000, 250],
  ["there is a largest", 2000, 2000, 1, 2000],
  ["and a smallest, however slow the store is", 20, 20, 30_000, 20],
] as const;

for (const [title, before, records, milliseconds, next] of cases)
  test(`the pace of batches: ${title}`, () => assert.equal(nextPace(before, records, milliseconds), next));

test("a store that handles any number of records a second is soon given batches of about half a second", () => {
  fc.assert(
    fc.property(fc.double({ min: 100, max: 3000, noNaN: true }), fc.integer({ min: 20, max: 2000 }), (rate, first) => {
      let records = first;
      for (let i = 0; i < 10; i++) records = nextPace(records, records, (records / rate) * 1000);
      assert.ok(Math.abs(records / rate - 0.5) < 0.05, `${records} records of ${rate} a second`);
    }),
  );
});

test("batches are bounded in records and in bytes, and hold one record at least", () => {
  const size = fc.record({ records: fc.integer({ min: 1, max: 50 }), bytes: fc.integer({ min: 0, max: 9000 }) });
  const room = { records: 100, bytes: 10_000 };
  fc.assert(
    fc.property(fc.array(size, { minLength: 1 }), (sizes) => {
      const taken = sizes.slice(0, fitting(sizes, room));
      const sum = (of: "records" | "bytes"): number => taken.reduce((all, one) => all + one[of], 0);
      assert.ok(taken.length === 1 || (sum("records") <= room.records && sum("bytes") <= room.bytes));
      const more = sizes[taken.length];
      if (more) assert.ok(sum("records") + more.records > room.records || sum("bytes") + more.bytes > room.bytes);
    }),
  );
});

test("a record of any size is a batch, if alone", () => {
  assert.equal(fitting([{ records: 1, bytes: 2 ** 30 }], createPace().room()), 1);
});
