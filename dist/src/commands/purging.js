import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../errors.js";
const HOUR = 3_600_000;
/** Forgets tombstones older than this many days, now and every six hours, until the signal aborts. */
export async function purging(store, days, log, signal) {
    while (!signal.aborted) {
        try {
            const count = await store.purge((Date.now() - days * 24 * HOUR) * 1000);
            if (count > 0)
                log.info({ count }, "purged old tombstones");
        }
        catch (error) {
            log.warn({ reason: messageOf(error) }, "could not purge old tombstones; trying again in six hours");
        }
        await sleep(6 * HOUR, undefined, { signal, ref: false }).catch(() => undefined); // the signal ends the wait
    }
}
