import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import { entryOf } from "../../entry.ts";
import { hitOf, type Hit } from "../../hit.ts";
import type { Ref, Resource } from "../../resource.ts";
import { assertIndexer, type Scope } from "../../scope.ts";
import { reads } from "../../sight.ts";
import type { IndexStore } from "../../store.ts";
import { apply } from "./writing/apply.ts";
import { clientOf, type Connection } from "./cluster/client.ts";
import { currentStates } from "./cluster/current.ts";
import { calling } from "./cluster/failure.ts";
import { freshness, note } from "./writing/freshness.ts";
import { ensureIndices } from "./writing/indices.ts";
import { documentId, everyAlias, namesOf } from "./cluster/names.ts";
import { patiently, READ_PATIENCE } from "./cluster/patience.ts";
import { search } from "./asking/search.ts";
import { type Cluster, clusterOf } from "./cluster/cluster.ts";
import { outdated } from "./walking/outdated.ts";
import { suggest } from "./asking/suggest.ts";
import { purge, states } from "./walking/walk.ts";

/**
 * What a store on Elasticsearch needs to know.
 *
 * - `prefix`: what the names of its indices start with; stores of one prefix share them.
 * - `refresh`: milliseconds after which what was applied is found.
 * - `shards`: how many primary shards an index has that is made; else as many as the one it is made from, and the first has one.
 * - `budget`: milliseconds that a search may take; what did not answer by then is left out, and the answer says so.
 * - `untouched`: makes no index that is not there.
 * - `patience`: milliseconds that `apply`, and opening with each index, try again while the cluster is away or busy.
 */
export type ElasticsearchOptions = Connection & {
  readonly catalog: Catalog;
  readonly prefix?: string;
  readonly refresh?: number;
  readonly shards?: number | undefined;
  readonly budget?: number;
  readonly patience?: number;
  readonly untouched?: boolean;
};

async function get({ client, catalog, prefix }: Cluster, { type, id }: Ref, scope: Scope): Promise<Hit | undefined> {
  const definition = catalog.get(type);
  if (!definition || (definition.access.adminOnly && !scope.admin)) return undefined;
  const address = { index: namesOf(prefix, type).read, id: documentId(id) };
  const [current] = await patiently(() => currentStates(client, [address]), READ_PATIENCE);
  const entry = current && entryOf(definition, current.state);
  return entry && reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
}

async function* scan(cluster: Cluster, type: string, scope: Scope): AsyncGenerator<Resource> {
  assertIndexer(scope);
  yield* states(cluster, type);
}

/** States that one request reads. */
const STATES = 500;

async function statesOf({ client, prefix }: Cluster, refs: readonly Ref[], scope: Scope) {
  assertIndexer(scope);
  const kept: (Resource | undefined)[] = [];
  for (let from = 0; from < refs.length; from += STATES) {
    const addresses = refs
      .slice(from, from + STATES)
      .map(({ type, id }) => ({ index: namesOf(prefix, type).read, id: documentId(id) }));
    const currents = await patiently(() => currentStates(client, addresses), READ_PATIENCE);
    for (const current of currents) kept.push(current?.state);
  }
  return kept;
}

/** Whether every shard can be read and written. */
async function ready({ client, prefix }: Cluster): Promise<void> {
  const asked = { index: everyAlias(prefix), wait_for_status: "yellow", timeout: "2s" } as const;
  const { timed_out, status } = await calling(() => client.cluster.health(asked, { ignore: [408] }));
  if (!timed_out && status !== "red") return;
  const message = "Elasticsearch has no working copy of some of our indices: see its cluster health";
  throw new SearchlightError("store-unavailable", message);
}

/**
 * Opens the store whose indices are in an Elasticsearch cluster, and makes those that are not there yet. Any number of
 * processes may have it open.
 *
 * @throws SearchlightError `store-unavailable` when the cluster does not answer, `bad-configuration`
 */
export async function elasticsearchStore(options: ElasticsearchOptions): Promise<IndexStore> {
  const { catalog, prefix = "searchlight", refresh = 500, shards = 1, budget = 30_000, patience = 15_000 } = options;
  const client = clientOf(options);
  const cluster = clusterOf(client, { catalog, prefix, budget });
  try {
    if (!options.untouched) await ensureIndices(cluster, { refresh, shards }, patience);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    apply: (operations) => apply(cluster, operations, patience),
    search: (request, scope, signal) => search(cluster, request, scope, signal),
    suggest: (request, scope, signal) => suggest(cluster, request, scope, signal),
    get: (ref, scope) => get(cluster, ref, scope),
    scan: (type, scope) => scan(cluster, type, scope),
    states: (refs, scope) => statesOf(cluster, refs, scope),
    purge: (before) => purge(cluster, before),
    outdated: () => outdated(cluster),
    freshness: () => patiently(() => freshness(cluster), READ_PATIENCE),
    note: (told) => note(cluster, told),
    refresh: async () => void (await calling(() => client.indices.refresh({ index: everyAlias(prefix) }))),
    ready: () => ready(cluster),
    close: () => client.close(),
  };
}
