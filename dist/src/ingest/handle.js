import { readNotification } from "./notification.js";
const IGNORED = { result: "ignored" };
function decode(record, route) {
    if (record.unreadable !== undefined)
        return { reason: record.unreadable };
    const notification = readNotification(record);
    if ("unreadable" in notification)
        return { reason: notification.unreadable };
    const routed = route(notification);
    return "unusable" in routed ? { reason: routed.unusable } : routed;
}
/**
 * Records → the store, all in one call; one result for each, in their order. Resolves when everything that is `stored` is
 * durable. Nothing here waits or tries again: that is the caller's (see `worker.ts`).
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of the batch
 */
export async function handle(records, route, store) {
    const decoded = records.map((record) => decode(record, route));
    const operations = decoded.flatMap((one) => ("operations" in one ? one.operations : []));
    const outcomes = operations.length > 0 ? await store.apply(operations) : [];
    let next = 0;
    return decoded.map((one) => {
        if ("reason" in one)
            return { result: "rejected", reason: one.reason };
        if (one.operations.length === 0)
            return IGNORED;
        const own = outcomes.slice(next, (next += one.operations.length));
        const refused = own.find((outcome) => !outcome.stored);
        return refused && !refused.stored ? { result: "rejected", reason: refused.reason } : { result: "stored" };
    });
}
