import { compressBlock, decompressBlock } from "lz4js";
/**
 * LZ4's frame format, as Kafka has it: independent blocks, each at most as large as the frame's header says.
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
const MAGIC = 0x184d2204;
const LENGTH = 4;
const FLAGS = {
    version: 0xc0,
    version1: 0x40,
    independent: 0x20,
    blockChecksum: 0x10,
    contentSize: 0x08,
    dictionary: 0x01,
};
const STORED = 0x8000_0000;
const LARGEST = { 4: 65_536, 5: 262_144, 6: 1_048_576, 7: 4_194_304 };
/** Of frames that we write: version 1, independent blocks of 64 KB, no checksums; the last byte is the header's own. */
const HEADER = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]);
const BLOCK = 65_536;
const readHeader = (frame) => {
    if (frame.readUInt32LE(0) !== MAGIC)
        throw new RangeError("it is no LZ4 frame");
    const flags = frame.readUInt8(4);
    const largest = LARGEST[(frame.readUInt8(5) >> 4) & 7];
    const usable = (flags & FLAGS.version) === FLAGS.version1 && (flags & FLAGS.independent) !== 0;
    if (!usable || (flags & FLAGS.dictionary) !== 0 || largest === undefined)
        throw new RangeError("its LZ4 frame is of a kind that Kafka does not have");
    const at = (flags & FLAGS.contentSize) === 0 ? HEADER.length : HEADER.length + 8;
    return { at, largest, trailer: (flags & FLAGS.blockChecksum) === 0 ? 0 : LENGTH };
};
const readBlock = (block, largest) => {
    const room = new Uint8Array(largest);
    const size = decompressBlock(block, room, 0, block.length, 0);
    if (!(size <= largest))
        throw new RangeError("a block is larger than the frame says");
    return room.subarray(0, size);
};
/** An LZ4 frame → bytes. @throws for what is damaged or becomes larger than `limit` bytes */
export const lz4Decompress = (frame, limit) => {
    const { at: start, largest, trailer } = readHeader(frame);
    const blocks = [];
    let left = limit;
    for (let at = start;;) {
        const length = frame.readUInt32LE(at);
        if (length === 0)
            return Buffer.concat(blocks);
        const stored = length >= STORED;
        const from = at + LENGTH;
        const end = from + (stored ? length - STORED : length);
        if (end > frame.length)
            throw new RangeError("its last block is cut off");
        const block = frame.subarray(from, end);
        const data = stored ? block : readBlock(block, largest);
        left -= data.length;
        if (left < 0)
            throw new RangeError(`it becomes larger than ${limit} bytes`);
        blocks.push(data);
        at = end + trailer;
    }
};
/** Bytes → an LZ4 frame that Kafka accepts. */
export const lz4Compress = (data) => {
    const parts = [HEADER];
    const lengthOf = (length) => {
        const bytes = Buffer.alloc(LENGTH);
        bytes.writeUInt32LE(length);
        return bytes;
    };
    for (let at = 0; at < data.length; at += BLOCK) {
        const block = data.subarray(at, at + BLOCK);
        const room = new Uint8Array(BLOCK * 2);
        const size = compressBlock(block, room, 0, block.length, new Uint32Array(BLOCK));
        const shrunk = size > 0 && size < block.length;
        parts.push(lengthOf(shrunk ? size : STORED + block.length), shrunk ? room.subarray(0, size) : block);
    }
    return Buffer.concat([...parts, lengthOf(0)]);
};
