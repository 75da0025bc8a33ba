import { type CompressionTypes } from "kafkajs";
/**
 * How large a record batch may become when it is decompressed, in bytes. Brokers limit it compressed (1 MB by default),
 * and a few hundred bytes can hold gigabytes of zeros.
 */
export declare const LIMIT: number;
/** Compresses and decompresses the records of a batch. `decompress` throws for what is damaged or above `LIMIT`. */
export type Codec = {
    readonly compress: (data: Buffer) => Promise<Buffer>;
    readonly decompress: (data: Buffer) => Promise<Buffer>;
};
/** The four codecs of Kafka's protocol by their numbers there; Kafka's LZ4 is LZ4's frame format. */
export declare const CODECS: ReadonlyMap<CompressionTypes, Codec>;
/** Makes kafkajs use our codecs, its own unbounded gzip included. What cannot be decompressed gets a stand-in. */
export declare const registerCodecs: () => void;
