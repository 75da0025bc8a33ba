import { promisify } from "node:util";
import { gzip, unzip, zstdCompress, zstdDecompress } from "node:zlib";
import kafkajs, { type CompressionTypes } from "kafkajs";
import { lz4Compress, lz4Decompress } from "./lz4-frame.ts";
import { standingIn } from "./stand-in.ts";
import { snappyCompress, snappyUncompress } from "./snappy.ts";

// Node sees these two only by way of the default export.
const { CompressionCodecs, CompressionTypes: Types } = kafkajs;

/**
 * How large a record batch may become when it is decompressed, in bytes. Brokers limit it compressed (1 MB by default),
 * and a few hundred bytes can hold gigabytes of zeros.
 */
export const LIMIT = 64 * 1024 * 1024;

/** Compresses and decompresses the records of a batch. `decompress` throws for what is damaged or above `LIMIT`. */
export type Codec = {
  readonly compress: (data: Buffer) => Promise<Buffer>;
  readonly decompress: (data: Buffer) => Promise<Buffer>;
};

const bounded = { maxOutputLength: LIMIT };

/** The four codecs of Kafka's protocol by their numbers there; Kafka's LZ4 is LZ4's frame format. */
export const CODECS: ReadonlyMap<CompressionTypes, Codec> = new Map([
  [Types.GZIP, { compress: promisify(gzip), decompress: (data) => promisify(unzip)(data, bounded) }],
  [
    Types.Snappy,
    { compress: async (data) => snappyCompress(data), decompress: async (data) => snappyUncompress(data, LIMIT) },
  ],
  [Types.LZ4, { compress: async (data) => lz4Compress(data), decompress: async (data) => lz4Decompress(data, LIMIT) }],
  [Types.ZSTD, { compress: promisify(zstdCompress), decompress: (data) => promisify(zstdDecompress)(data, bounded) }],
] satisfies [CompressionTypes, Codec][]);

/** Makes kafkajs use our codecs, its own unbounded gzip included. What cannot be decompressed gets a stand-in. */
export const registerCodecs = (): void => {
  for (const [type, { compress, decompress }] of CODECS) {
    const codec = {
      compress: ({ buffer }: { readonly buffer: Buffer }) => compress(buffer),
      decompress: standingIn(decompress),
    };
    (CompressionCodecs as Record<CompressionTypes, () => typeof codec>)[type] = () => codec;
  }
};
