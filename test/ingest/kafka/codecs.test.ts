import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { zstdCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import kafkajs from "kafkajs";
import { CODECS, LIMIT } from "../../../src/ingest/kafka/codecs.ts";
import { lz4Compress } from "../../../src/ingest/kafka/lz4-frame.ts";
import { snappyCompress } from "../../../src/ingest/kafka/snappy.ts";

const { CompressionTypes } = kafkajs;
const NAMES = ["GZIP", "Snappy", "LZ4", "ZSTD"] as const;
const codecOf = (name: (typeof NAMES)[number]) => CODECS.get(CompressionTypes[name])!;

/** What other clients made of the same 300 lines: the compressed parts of record batches, as base64. */
const BATCHES = JSON.parse(readFileSync(new URL("batches.json", import.meta.url), "utf8")) as Record<string, string[]>;
const LINES = Array.from({ length: 300 }, (_, i) => `${i} ${"0123456789abcdef".slice(i % 16).repeat(20)}`);

describe("what other clients compressed is read", () => {
  for (const [made, batches] of Object.entries(BATCHES))
    test(made, async () => {
      const name = NAMES.find((name) => made.startsWith(name.toLowerCase()))!;
      const parts = await Promise.all(batches.map((batch) => codecOf(name).decompress(Buffer.from(batch, "base64"))));
      const text = Buffer.concat(parts).toString("latin1");
      const places = LINES.map((line) => text.indexOf(line));
      assert.ok(!places.includes(-1), "every line is there");
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    });
});

const zeros = Buffer.alloc(LIMIT + 1);
const BOMBS: Record<(typeof NAMES)[number], () => Buffer> = {
  GZIP: () => gzipSync(zeros),
  Snappy: () => snappyCompress(zeros),
  LZ4: () => lz4Compress(zeros),
  ZSTD: () => zstdCompressSync(zeros),
};

for (const name of NAMES)
  describe(name, () => {
    const { compress, decompress } = codecOf(name);

    test("what it compresses it decompresses to the same bytes", async () => {
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 5000 }),
        fc.tuple(fc.uint8Array({ maxLength: 50 }), fc.nat(4000)).map(([part, times]) => {
          const whole = Buffer.alloc(part.length * times);
          for (let i = 0; i < times; i++) whole.set(part, i * part.length);
          return whole;
        }),
      );
      await fc.assert(
        fc.asyncProperty(bytes, async (data) => {
          const original = Buffer.from(data);
          assert.ok((await decompress(await compress(original))).equals(original));
        }),
        { numRuns: 60 },
      );
    });

    test("what becomes too large is refused, however small it came", async () => {
      await assert.rejects(decompress(BOMBS[name]()), Error);
    });

    test("damage ends in an answer or an error soon, never in a hang or a crash", async () => {
      const whole = await compress(Buffer.from("searchlight ".repeat(500)));
      const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
          const damaged = Buffer.from(whole.subarray(0, length));
          for (const [at, byte] of changes) if (at < length) damaged[at] = byte;
          const began = performance.now();
          const result = await decompress(damaged).catch((error: unknown) => error);
          assert.ok(result instanceof Error || result instanceof Uint8Array);
          assert.ok(performance.now() - began < 5000);
        }),
        { numRuns: 100 },
      );
    });
  });
