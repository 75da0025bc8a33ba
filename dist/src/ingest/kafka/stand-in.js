/**
 * A record batch that cannot be decompressed would stop everything: kafkajs fails the whole fetch, all partitions of it,
 * and fetches the same again. So such a batch gets a stand-in: as many records as its header promises, the first with
 * the batch's bytes for its value, the others empty. The source hands the first on with its reason, to be buried, and
 * goes on behind the last.
 */
import { messageOf } from "../../errors.js";
/**
 * The header of a record batch, by the distance of its fields from the records.
 * @see https://kafka.apache.org/documentation/#recordbatch
 */
const HEADER = 61;
const AT = { length: -53, epoch: -49, magic: -45, lastOffsetDelta: -38, count: -4 };
const MAGIC = 2;
const reasons = new WeakMap();
/** Why this value stands in for records that cannot be read; undefined for every real one. An empty one says nothing more. */
export const standInReason = (value) => reasons.get(value.buffer);
/** A number in the varint encoding of records: zigzag, seven bits a byte, least first. */
const varint = (number) => {
    const bytes = [];
    let left = number * 2;
    for (; left > 127; left = Math.floor(left / 128))
        bytes.push((left % 128) | 128);
    return [...bytes, left];
};
// Length, attributes, two deltas, no key (-1 is 1 in zigzag), value, no headers.
const record = (offsetDelta, value) => {
    const head = Buffer.from([0, 0, ...varint(offsetDelta), 1, ...varint(value.length)]);
    return Buffer.concat([Buffer.from(varint(head.length + value.length + 1)), head, value, Buffer.alloc(1)]);
};
/** The batch around its compressed records: kafkajs hands out a part of what came over the network, header before it. */
const batchAround = (records) => {
    if (records.byteOffset < HEADER)
        return undefined;
    const batch = Buffer.from(records.buffer, records.byteOffset - HEADER, HEADER + records.length);
    const right = batch.readInt8(HEADER + AT.magic) === MAGIC &&
        batch.readInt32BE(HEADER + AT.length) === records.length - AT.epoch &&
        batch.readInt32BE(HEADER + AT.count) > 0;
    return right ? batch : undefined;
};
const standIn = (batch, reason) => {
    const count = batch.readInt32BE(HEADER + AT.count);
    const last = batch.readInt32BE(HEADER + AT.lastOffsetDelta);
    const none = Buffer.alloc(0);
    const records = Array.from({ length: count }, (_, i) => record(i === count - 1 ? last : i, i === 0 ? batch : none));
    const joined = Buffer.concat(records);
    // In memory of its own, by which the values, parts of it, are known again.
    const own = Buffer.from(new ArrayBuffer(joined.length));
    joined.copy(own);
    reasons.set(own.buffer, reason);
    return own;
};
/** Whether `data` is exactly `count` records, by their lengths: damage that a decompressor overlooks shows here. */
const holds = (data, count) => {
    let at = 0;
    for (let i = 0; i < count; i++) {
        let [length, shift, byte] = [0, 0, 128];
        for (; byte > 127; shift += 7) {
            byte = data[at++] ?? 0;
            length += (byte & 127) * 2 ** shift;
        }
        at += length / 2;
    }
    return at === data.length;
};
/** A decompressor that answers with a stand-in for what `decompress` cannot do. */
export const standingIn = (decompress) => async (compressed) => {
    const batch = batchAround(compressed);
    if (batch === undefined)
        return decompress(compressed);
    try {
        const data = await decompress(compressed);
        if (holds(data, batch.readInt32BE(HEADER + AT.count)))
            return data;
        return standIn(batch, "the record batch does not decompress to its records");
    }
    catch (error) {
        return standIn(batch, `the record batch cannot be decompressed: ${messageOf(error)}`);
    }
};
