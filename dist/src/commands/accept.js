import { handle } from "../ingest/handle.js";
import { recordOf } from "../ingest/sources/replay.js";
const TEXT = new TextDecoder();
/** What the API hands notifications to: the same path as a source's records take, dead letters and all. */
export const acceptOf = (route, store, deadLetters) => async (posted) => {
    const now = Date.now();
    const records = posted.map(({ value }, i) => recordOf(TEXT.decode(value), `http/${now}/${i}`, now));
    const results = await handle(records, route, store);
    const letters = results.flatMap((one, i) => one.result === "rejected" ? [{ record: records[i], reason: one.reason }] : []);
    if (letters.length > 0)
        await deadLetters.put(letters);
    return results;
};
