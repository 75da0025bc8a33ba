import { setTimeout as sleep } from "node:timers/promises";
import { definitionOf } from "../../catalog.ts";
import { leftovers, planRebuild, planRollback, type Rebuilder, type Rebuilt, type Telling } from "../../rebuild.ts";
import { clientOf } from "./cluster/client.ts";
import { type Cluster, clusterOf } from "./cluster/cluster.ts";
import { countIn } from "./walking/count.ts";
import { prune, sweep, type Copy } from "./rebuilding/copy.ts";
import { calling } from "./cluster/failure.ts";
import { clear, unblock } from "./cluster/fence.ts";
import { generations } from "./cluster/generations.ts";
import { create, ensureIndices } from "./writing/indices.ts";
import { mappingOf } from "./documents/mapping.ts";
import { generationIndex, namesOf, ownAlias } from "./cluster/names.ts";
import { outdated } from "./walking/outdated.ts";
import { RECENT } from "./cluster/recent.ts";
import type { ElasticsearchOptions } from "./store.ts";
import { planned, type Planned, type Planner } from "./rebuilding/planned.ts";
import { switchOver } from "./rebuilding/switch.ts";

type Parts = {
  readonly cluster: Cluster;
  readonly refresh: number;
  readonly shards: number | undefined;
  readonly patience: number;
};

const indexOf = ({ prefix }: Cluster, type: string, number: number): string =>
  generationIndex(namesOf(prefix, type).base, number);

async function remove(cluster: Cluster, type: string, numbers: readonly number[]): Promise<string[]> {
  const names = numbers.map((number) => indexOf(cluster, type, number));
  for (const index of names) await calling(() => cluster.client.indices.delete({ index, ignore_unavailable: true }));
  return names;
}

/**
 * Makes the generation that is copied into, or opens the one that is there. One that was searched once is only opened when no
 * writer can have in mind any more that it is: what is written there alone is lost if this comes to nothing.
 */
async function prepare(
  { cluster, refresh }: Parts,
  type: string,
  { to, begun, wanted }: Planned,
  { signal }: Telling,
): Promise<string> {
  const { client } = cluster;
  const definition = definitionOf(cluster.catalog, type);
  const index = indexOf(cluster, type, to);
  if (!begun) {
    await calling(() => create(cluster, definition, { index, refresh, shards: wanted }));
    return index;
  }
  const left = (await generations(cluster, type)).some(({ number, own }) => number === to && !own);
  if (left) await sleep(RECENT, undefined, { signal });
  await unblock(client, index);
  await calling(() => client.indices.putAlias({ index, name: ownAlias(index) }));
  await calling(() => client.indices.putMapping({ index, ...mappingOf(definition) }));
  return index;
}

/** Counts what goes through a copy. */
function counter(
  type: string,
  of: number,
  { tell }: Telling,
): { readonly copied: () => number; readonly more: (n: number) => void } {
  let done = 0;
  return {
    copied: () => done,
    more(n) {
      done += n;
      tell({ type, done: Math.min(done, of), of });
    },
  };
}

async function follow(parts: Parts, type: string, plan: Planned, telling: Telling): Promise<Rebuilt> {
  const { cluster, patience } = parts;
  const begun = performance.now();
  const from = indexOf(cluster, type, plan.from);
  await clear(cluster.client, from);
  await remove(cluster, type, plan.remove);
  const to = await prepare(parts, type, plan, telling);
  const { copied, more } = counter(type, await countIn(cluster.client, from, { match_all: {} }), telling);
  const definition = definitionOf(cluster.catalog, type);
  // What is a misfit where it is searched now fits where it is copied to.
  const own = { ...cluster, misfits: new Set<string>() };
  const copy: Copy = {
    cluster: own,
    definition,
    from,
    shards: plan.had,
    to,
    patience,
    signal: telling.signal,
    tell: more,
  };
  const first = await sweep(copy);
  if (plan.begun) await prune(copy);
  await switchOver(copy, first);
  const resources = await countIn(cluster.client, to, { term: { exists: true } });
  return {
    type,
    resources,
    copied: copied(),
    seconds: (performance.now() - begun) / 1000,
    says: `${to} is searched now, ${from} is kept`,
  };
}

/** The types that have a generation to go back to. */
async function withEarlier(cluster: Cluster): Promise<string[]> {
  const types: string[] = [];
  for (const type of cluster.catalog.keys()) {
    const [first] = await generations(cluster, type);
    if (first?.current === false) types.push(type);
  }
  return types;
}

async function each(parts: Parts, types: readonly string[], planner: Planner, telling: Telling): Promise<Rebuilt[]> {
  const done: Rebuilt[] = [];
  for (const type of types) {
    telling.signal.throwIfAborted();
    done.push(await follow(parts, type, await planned(parts.cluster, type, planner, parts.shards), telling));
  }
  return done;
}

/**
 * Rebuilds indices in a cluster, beside any number of processes that search and write. See `fence.ts` for why nothing is lost.
 *
 * @throws SearchlightError `store-unavailable` when the cluster does not answer, `bad-configuration`
 */
export async function elasticsearchRebuilder(options: ElasticsearchOptions): Promise<Rebuilder> {
  const { catalog, prefix = "searchlight", refresh = 500, shards, budget = 30_000, patience = 15_000 } = options;
  const client = clientOf(options);
  const cluster = clusterOf(client, { catalog, prefix, budget });
  const parts = { cluster, refresh, shards, patience };
  try {
    await ensureIndices(cluster, { refresh, shards: shards ?? 1 }, patience);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    outdated: (types) => outdated(cluster, types),
    rebuild: (types, telling) => each(parts, types, planRebuild, telling),
    rollback: async (types, telling) =>
      each(parts, types.length > 0 ? types : await withEarlier(cluster), planRollback, telling),
    async finish(types) {
      const removed: string[] = [];
      for (const type of types.length > 0 ? types : catalog.keys())
        removed.push(...(await remove(cluster, type, leftovers(await generations(cluster, type)))));
      return removed;
    },
    close: () => client.close(),
  };
}
