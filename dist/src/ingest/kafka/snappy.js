import { compress } from "snappyjs";
/**
 * Snappy as Kafka's Java clients write it, in the framing of xerial's snappy-java: a header of 16 bytes (magic, version,
 * least compatible version), then blocks, each with its length before it. Other clients write one bare block.
 */
const MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEADER = 16;
const LENGTH = 4;
const damaged = () => new RangeError("its snappy block is damaged");
const readVarint = (data) => {
    let value = 0;
    for (let at = 0; at < 5; at++) {
        const byte = data.readUInt8(at);
        value += (byte & 127) * 2 ** (7 * at);
        if (byte < 128)
            return { value, at: at + 1 };
    }
    throw damaged();
};
/**
 * One block → bytes. Ours, for snappyjs loops for ever over some damage.
 * @see https://github.com/google/snappy/blob/main/format_description.txt
 */
const block = (data, limit) => {
    let { value: size, at } = readVarint(data);
    if (size > limit)
        throw new RangeError(`it becomes larger than ${limit} bytes`);
    const result = Buffer.alloc(size);
    let to = 0;
    while (at < data.length) {
        const tag = data.readUInt8(at++);
        const kind = tag & 3;
        if (kind === 0) {
            const extra = Math.max(0, (tag >> 2) - 59);
            const length = 1 + (extra === 0 ? tag >> 2 : data.readUIntLE(at, extra));
            at += extra;
            if (at + length > data.length || to + length > size)
                throw damaged();
            data.copy(result, to, at, at + length);
            at += length;
            to += length;
        }
        else {
            const width = kind === 3 ? 4 : kind;
            const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
            const back = data.readUIntLE(at, width) + (kind === 1 ? (tag >> 5) << 8 : 0);
            at += width;
            if (back === 0 || back > to || to + length > size)
                throw damaged();
            for (const end = to + length; to < end; to++)
                result[to] = result[to - back];
        }
    }
    if (to !== size)
        throw damaged();
    return result;
};
/** Either kind of snappy → bytes. @throws for what is damaged or becomes larger than `limit` bytes */
export const snappyUncompress = (data, limit) => {
    if (!data.subarray(0, MAGIC.length).equals(MAGIC))
        return block(data, limit);
    const blocks = [];
    let left = limit;
    for (let at = HEADER; at < data.length;) {
        const from = at + LENGTH;
        at = from + data.readUInt32BE(at);
        if (at > data.length)
            throw new RangeError("its last block is cut off");
        const next = block(data.subarray(from, at), left);
        left -= next.length;
        blocks.push(next);
    }
    return Buffer.concat(blocks);
};
/** Bytes → snappy with xerial's framing, which every client reads. */
export const snappyCompress = (data) => {
    const header = Buffer.alloc(HEADER + LENGTH);
    MAGIC.copy(header);
    header.writeUInt32BE(1, MAGIC.length);
    header.writeUInt32BE(1, MAGIC.length + LENGTH);
    const compressed = compress(data);
    header.writeUInt32BE(compressed.length, HEADER);
    return Buffer.concat([header, compressed]);
};
