import pRetry from "p-retry";
import { isRetryable } from "../errors.js";
import { reconcile } from "../index/reconcile.js";
import { indexerScope } from "../index/scope.js";
import { keystoneOf } from "./keystone.js";
import { listResources } from "./listing.js";
/** An empty listing is believed while the index has no more than this: a policy or a filter gone wrong looks like it. */
const HANDFUL = 5;
const BATCH = 500;
async function compare(plugin, listed, store) {
    const repairs = { operations: [], removals: [], counts: { changed: 0, gone: 0, kept: 0 } };
    const unseen = new Set(listed.reports.keys());
    const add = ({ operations, change }) => {
        (change === "gone" ? repairs.removals : repairs.operations).push(...operations);
        if (change !== "none")
            repairs.counts[change === "new" ? "changed" : change]++;
    };
    for await (const held of store.scan(plugin.type, indexerScope())) {
        unseen.delete(held.ref.id);
        add(reconcile(plugin, held, listed.reports.get(held.ref.id), listed.askedAt));
    }
    for (const id of unseen)
        add(reconcile(plugin, undefined, listed.reports.get(id), listed.askedAt));
    return repairs;
}
async function storeAll(type, operations, options) {
    const { store, onProgress, signal } = options;
    let failed = 0;
    for (let done = 0; done < operations.length; done += BATCH) {
        onProgress?.({ type, phase: "storing", done, of: operations.length });
        signal?.throwIfAborted();
        const batch = operations.slice(done, done + BATCH);
        const outcomes = await pRetry(() => store.apply(batch), {
            retries: 8,
            maxTimeout: 10_000,
            shouldRetry: ({ error }) => isRetryable(error),
            ...(signal ? { signal } : {}),
        });
        failed += outcomes.filter(({ stored }) => !stored).length;
    }
    onProgress?.({ type, phase: "storing", done: operations.length, of: operations.length });
    return failed;
}
async function syncType(plugin, list, keystone, options) {
    const { type } = plugin;
    options.onProgress?.({ type, phase: "listing", done: 0, of: 0 });
    const listed = await listResources(plugin, list, keystone, options.signal);
    options.onProgress?.({ type, phase: "listing", done: listed.reports.size, of: listed.reports.size });
    const { operations, removals, counts } = await compare(plugin, listed, options.store);
    const problems = [...listed.problems];
    if (listed.reports.size === 0 && removals.length > HANDFUL && !options.believeEmpty) {
        problems.push(`the listing is empty and the index has ${removals.length}: nothing was removed; if they are really gone, say that an empty listing is to be believed`);
        counts.gone = 0;
        removals.length = 0;
    }
    const failed = await storeAll(type, [...operations, ...removals], options);
    return { type, listed: listed.reports.size, ...counts, failed, problems };
}
/**
 * Makes the index what the services themselves tell: lists every type that can be listed, stores what was told, removes
 * what a complete listing missed. What an event told since the listing began stays.
 *
 * @throws SearchlightError `store-unavailable` when the store does not come back; what a service cannot tell is in the report
 */
export async function syncAll(options) {
    const types = [];
    const keystone = keystoneOf(options.cloud);
    for (const plugin of options.plugins) {
        if (!plugin.list || (options.types?.length && !options.types.includes(plugin.type)))
            continue;
        types.push(await syncType(plugin, plugin.list, keystone, options));
    }
    return { types, complete: types.every(({ problems, failed }) => problems.length === 0 && failed === 0) };
}
