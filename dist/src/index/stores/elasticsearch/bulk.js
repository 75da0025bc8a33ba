import { errors } from "@elastic/elasticsearch";
import { failureOf } from "./failure.js";
const MAX_BYTES = 8 * 2 ** 20;
export const writeOf = (...lines) => ({
    lines,
    bytes: lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
});
/** The writes in requests of at most 8 MiB, but for one that is larger alone. */
function* batches(writes) {
    let batch = [];
    let bytes = 0;
    for (const write of writes) {
        if (batch.length > 0 && bytes + write.bytes > MAX_BYTES) {
            yield batch;
            [batch, bytes] = [[], 0];
        }
        batch.push(write);
        bytes += write.bytes;
    }
    if (batch.length > 0)
        yield batch;
}
const FILTER = "items.*.status,items.*.error.type,items.*.error.reason";
async function request(client, writes, { requireAlias }) {
    const { items = [] } = await client.transport.request({
        method: "POST",
        path: "/_bulk",
        querystring: { require_alias: requireAlias, timeout: "10s", filter_path: FILTER },
        bulkBody: writes.flatMap(({ lines }) => lines),
    });
    return items.map((item) => Object.values(item)[0]);
}
async function send(client, writes, options) {
    try {
        return await request(client, writes, options);
    }
    catch (error) {
        if (!(error instanceof errors.ResponseError) || error.statusCode !== 413)
            throw failureOf(error);
        if (writes.length === 1)
            return [{ status: 413, error: { type: "content_too_long" } }];
        const half = Math.ceil(writes.length / 2);
        const first = await send(client, writes.slice(0, half), options);
        return [...first, ...(await send(client, writes.slice(half), options))];
    }
}
/**
 * Writes, durably, what became of each in their order; too large a request is halved until it fits. Never refreshes.
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of some: they may have been written or not
 */
export async function bulk(client, writes, options = { requireAlias: true }) {
    const written = [];
    for (const batch of batches(writes))
        written.push(...(await send(client, batch, options)));
    return written;
}
