import { promisify } from "node:util";
import { gzip, unzip, zstdCompress, zstdDecompress } from "node:zlib";
import kafkajs, {} from "kafkajs";
import { lz4Compress, lz4Decompress } from "./lz4-frame.js";
import { standingIn } from "./stand-in.js";
import { snappyCompress, snappyUncompress } from "./snappy.js";
// Node sees these two only by way of the default export.
const { CompressionCodecs, CompressionTypes: Types } = kafkajs;
/**
 * How large a record batch may become when it is decompressed, in bytes. Brokers limit it compressed (1 MB by default),
 * and a few hundred bytes can hold gigabytes of zeros.
 */
export const LIMIT = 64 * 1024 * 1024;
const bounded = { maxOutputLength: LIMIT };
/** The four codecs of Kafka's protocol by their numbers there; Kafka's LZ4 is LZ4's frame format. */
export const CODECS = new Map([
    [Types.GZIP, { compress: promisify(gzip), decompress: (data) => promisify(unzip)(data, bounded) }],
    [
        Types.Snappy,
        { compress: async (data) => snappyCompress(data), decompress: async (data) => snappyUncompress(data, LIMIT) },
    ],
    [Types.LZ4, { compress: async (data) => lz4Compress(data), decompress: async (data) => lz4Decompress(data, LIMIT) }],
    [Types.ZSTD, { compress: promisify(zstdCompress), decompress: (data) => promisify(zstdDecompress)(data, bounded) }],
]);
/** Makes kafkajs use our codecs, its own unbounded gzip included. What cannot be decompressed gets a stand-in. */
export const registerCodecs = () => {
    for (const [type, { compress, decompress }] of CODECS) {
        const codec = {
            compress: ({ buffer }) => compress(buffer),
            decompress: standingIn(decompress),
        };
        CompressionCodecs[type] = () => codec;
    }
};
