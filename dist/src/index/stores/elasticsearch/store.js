import { SearchlightError } from "../../../errors.js";
import { entryOf } from "../../entry.js";
import { hitOf } from "../../hit.js";
import { assertIndexer } from "../../scope.js";
import { reads } from "../../sight.js";
import { apply } from "./apply.js";
import { clientOf } from "./client.js";
import { currentStates } from "./current.js";
import { calling } from "./failure.js";
import { freshness, note } from "./freshness.js";
import { ensureIndices } from "./indices.js";
import { documentId, everyAlias, namesOf } from "./names.js";
import { patiently, READ_PATIENCE } from "./patience.js";
import { search } from "./search.js";
import { purge, states } from "./walk.js";
async function get({ client, catalog, prefix }, { type, id }, scope) {
    const definition = catalog.get(type);
    if (!definition || (definition.access.adminOnly && !scope.admin))
        return undefined;
    const address = { index: namesOf(prefix, type).read, id: documentId(id) };
    const [current] = await patiently(() => currentStates(client, [address]), READ_PATIENCE);
    const entry = current && entryOf(definition, current.state);
    return entry && reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
}
async function* scan(cluster, type, scope) {
    assertIndexer(scope);
    yield* states(cluster, type);
}
/** Whether every shard can be read and written. */
async function ready({ client, prefix }) {
    const asked = { index: everyAlias(prefix), wait_for_status: "yellow", timeout: "2s" };
    const { timed_out, status } = await calling(() => client.cluster.health(asked, { ignore: [408] }));
    if (!timed_out && status !== "red")
        return;
    const message = "Elasticsearch has no working copy of some of our indices: see its cluster health";
    throw new SearchlightError("store-unavailable", message);
}
/**
 * Opens the store whose indices are in an Elasticsearch cluster, and makes those that are not there yet. Any number of
 * processes may have it open.
 *
 * @throws SearchlightError `store-unavailable` when the cluster does not answer, `bad-configuration`
 */
export async function elasticsearchStore(options) {
    const { catalog, prefix = "searchlight", refresh = 500, budget = 30_000, patience = 15_000 } = options;
    const client = clientOf(options);
    const cluster = { client, catalog, prefix, budget };
    try {
        await patiently(() => ensureIndices(cluster, refresh), patience);
    }
    catch (error) {
        await client.close();
        throw error;
    }
    return {
        apply: (operations) => apply(cluster, operations, patience),
        search: (request, scope, signal) => search(cluster, request, scope, signal),
        get: (ref, scope) => get(cluster, ref, scope),
        scan: (type, scope) => scan(cluster, type, scope),
        purge: (before) => purge(cluster, before),
        freshness: () => patiently(() => freshness(cluster), READ_PATIENCE),
        note: (told) => note(cluster, told),
        refresh: async () => void (await calling(() => client.indices.refresh({ index: everyAlias(prefix) }))),
        ready: () => ready(cluster),
        close: () => client.close(),
    };
}
