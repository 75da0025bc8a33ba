/** Either kind of snappy → bytes. @throws for what is damaged or becomes larger than `limit` bytes */
export declare const snappyUncompress: (data: Buffer, limit: number) => Buffer;
/** Bytes → snappy with xerial's framing, which every client reads. */
export declare const snappyCompress: (data: Buffer) => Buffer;
