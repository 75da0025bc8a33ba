/** An LZ4 frame → bytes. @throws for what is damaged or becomes larger than `limit` bytes */
export declare const lz4Decompress: (frame: Buffer, limit: number) => Buffer;
/** Bytes → an LZ4 frame that Kafka accepts. */
export declare const lz4Compress: (data: Buffer) => Buffer;
