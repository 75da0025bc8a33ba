import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { isObject } from "../../index/json.js";
/** Lines a batch: large enough for one durable write to serve many, small enough for progress to move. */
const BATCH = 500;
const BYTES = new TextEncoder();
/**
 * A line of a file as a record: a captured Kafka record (`{"topic", "partition", "offset", "timestamp", "value", …}`), or a
 * notification itself, enveloped or bare.
 */
export function recordOf(line, from, now) {
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        parsed = undefined; // what is not JSON goes on as it is, and is rejected with its reason where all records are
    }
    if (!isObject(parsed) || !("topic" in parsed) || !("value" in parsed))
        return { value: BYTES.encode(line), from, timestamp: now };
    const { topic, partition, offset, timestamp, value } = parsed;
    return {
        value: BYTES.encode(typeof value === "string" ? value : (JSON.stringify(value) ?? "")),
        from: `${String(topic)}/${String(partition)}/${String(offset)}`,
        timestamp: typeof timestamp === "number" ? timestamp : now,
    };
}
/** A file as a stream of bytes; `-` is standard input. */
const open = (file) => (file === "-" ? process.stdin : createReadStream(file));
/** Files of records, one a line, in their order. `onBytes` is told how much has been read. Ends at the end of the last file. */
export function replaySource(files, { onBytes = () => { } } = {}) {
    async function* records() {
        for (const file of files) {
            let line = 0;
            for await (const text of createInterface({ input: open(file), crlfDelay: Infinity })) {
                line++;
                onBytes(Buffer.byteLength(text) + 1);
                if (text.trim() !== "")
                    yield recordOf(text, `${file}:${line}`, Date.now());
            }
        }
    }
    return {
        async *batches(signal) {
            let held = [];
            const batch = () => ({ records: held, ack: async () => { } });
            for await (const record of records()) {
                if (signal.aborted)
                    return;
                held.push(record);
                if (held.length < BATCH)
                    continue;
                yield batch();
                held = [];
            }
            if (held.length > 0)
                yield batch();
        },
        async close() { },
    };
}
