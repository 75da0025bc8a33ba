import { messageOf } from "../errors.js";
import { handle } from "./handle.js";
import { retrying } from "./retry.js";
function lettersOf({ records }, results) {
    return results.flatMap((result, i) => result.result === "rejected" ? [{ record: records[i], reason: result.reason }] : []);
}
/**
 * The loop: read, store, bury what is dead, acknowledge. Each line is a delivery guarantee. Ends when the source does, or
 * when `signal` aborts: then the batch in hand is finished if the store answers, else given back unacknowledged.
 */
export async function work({ source, route, store, deadLetters, log, onBatch, backoff }, signal) {
    const counts = { read: 0, stored: 0, ignored: 0, rejected: 0 };
    const failed = (what) => (error, tries) => log.warn({ what, tries, reason: messageOf(error) }, "trying again");
    for await (const batch of source.batches(signal)) {
        const results = await retrying(() => handle(batch.records, route, store), signal, failed("store"), backoff);
        const letters = lettersOf(batch, results);
        if (letters.length > 0)
            await retrying(() => deadLetters.put(letters), signal, failed("dead letters"), backoff);
        await batch.ack(); // only now
        for (const { reason, record } of letters)
            log.warn({ from: record.from, reason }, "rejected a record");
        counts.read += results.length;
        for (const { result } of results)
            counts[result]++;
        onBatch?.(counts);
    }
    return counts;
}
