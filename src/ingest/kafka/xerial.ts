import { compress, uncompress } from "snappyjs";

/**
 * Snappy as Kafka's Java clients write it, in the framing of xerial's snappy-java: a header of 16 bytes (magic, version,
 * least compatible version), then blocks, each with its length before it. Other clients write one bare block.
 */
const MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEADER = 16;
const LENGTH = 4;

const block = (data: Buffer, limit: number): Buffer => {
  const result = uncompress(data, limit);
  if (result.length > limit) throw new RangeError(`it becomes larger than ${limit} bytes`);
  return result;
};

/** Either kind of snappy → bytes. @throws for what is damaged or becomes larger than `limit` bytes */
export const snappyUncompress = (data: Buffer, limit: number): Buffer => {
  if (!data.subarray(0, MAGIC.length).equals(MAGIC)) return block(data, limit);
  const blocks: Buffer[] = [];
  let left = limit;
  for (let at = HEADER; at < data.length;) {
    const from = at + LENGTH;
    at = from + data.readUInt32BE(at);
    if (at > data.length) throw new RangeError("its last block is cut off");
    const next = block(data.subarray(from, at), left);
    left -= next.length;
    blocks.push(next);
  }
  return Buffer.concat(blocks);
};

/** Bytes → snappy with xerial's framing, which every client reads. */
export const snappyCompress = (data: Buffer): Buffer => {
  const header = Buffer.alloc(HEADER + LENGTH);
  MAGIC.copy(header);
  header.writeUInt32BE(1, MAGIC.length);
  header.writeUInt32BE(1, MAGIC.length + LENGTH);
  const compressed = compress(data);
  header.writeUInt32BE(compressed.length, HEADER);
  return Buffer.concat([header, compressed]);
};
