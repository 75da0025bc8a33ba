/** Why this value stands in for records that cannot be read; undefined for every real one. An empty one says nothing more. */
export declare const standInReason: (value: Buffer) => string | undefined;
/** A decompressor that answers with a stand-in for what `decompress` cannot do. */
export declare const standingIn: (decompress: (data: Buffer) => Promise<Buffer>) => (compressed: Buffer) => Promise<Buffer>;
