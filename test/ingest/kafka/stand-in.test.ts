import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { standingIn, standInReason } from "../../../src/ingest/kafka/stand-in.ts";

const decompress = standingIn(async (data) => gunzipSync(data));

/** A record batch around compressed records, as it lies in what a broker sent. */
const batchOf = (records: Buffer, { count, last }: { count: number; last: number }): Buffer => {
  const header = Buffer.alloc(61);
  header.writeInt32BE(records.length + 49, 8);
  header.writeInt8(2, 16);
  header.writeInt32BE(last, 23);
  header.writeInt32BE(count, 57);
  return Buffer.concat([Buffer.from("before"), header, records]).subarray(6);
};

const record = Buffer.from([14, 0, 0, 0, 1, 2, 120, 0]);

test("a batch that is whole is decompressed and nothing else", async () => {
  const batch = batchOf(gzipSync(Buffer.concat([record, record])), { count: 2, last: 1 });
  const data = await decompress(batch.subarray(61));
  assert.ok(data.equals(Buffer.concat([record, record])));
  assert.equal(standInReason(data), undefined);
});

for (const [what, records] of [
  ["is damaged", Buffer.from("this is not gzip")],
  ["lacks a record", gzipSync(record)],
  ["has more than its records", gzipSync(Buffer.concat([record, record, record]))],
] as const)
  test(`a batch that ${what} gets a stand-in: as many records, the first with the batch's bytes, up to the same offset`, async () => {
    const batch = batchOf(records, { count: 2, last: 700 });
    const data = await decompress(batch.subarray(61));
    assert.match(standInReason(data) ?? "", /decompress/);
    // Two records: [length, attributes, time, offset, key, value, headers], numbers in zigzag.
    const first = data.indexOf(batch);
    assert.ok(first > 0, "the bytes of the batch are in it");
    const second = data.subarray(first + batch.length + 1);
    assert.deepEqual([...second], [14, 0, 0, 0xf8, 0x0a, 1, 0, 0]);
  });

test("without the header around it there is nothing to stand in for, and the error is the caller's", async () => {
  await assert.rejects(decompress(Buffer.from("this is not gzip")), /incorrect header/);
});
