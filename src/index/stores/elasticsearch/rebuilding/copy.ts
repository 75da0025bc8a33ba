import { SearchlightError } from "../../../../errors.ts";
import type { TypeDefinition } from "../../../definition.ts";
import type { Resource } from "../../../resource.ts";
import { joinAll } from "../writing/apply.ts";
import { bulk } from "../writing/bulk.ts";
import { look } from "../cluster/current.ts";
import { calling } from "../cluster/failure.ts";
import { documentId } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Task } from "../writing/task.ts";
import { deletion, pages, type Hit } from "../walking/walk.ts";

/** A copy under way of a type's states from one generation into another. `tell` is told how many more went through. */
export type Copy = {
  readonly cluster: Cluster;
  readonly definition: TypeDefinition;
  readonly from: string;
  readonly to: string;
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly tell: (more: number) => void;
};

/** What a sweep came to: all that was written up to the sequence number `through` is in the copy; `copied`: how many it went through. */
export type Swept = { readonly through: number; readonly copied: number };

/** The sequence number up to which every write to an index (of one shard) is done, on all of its copies. */
async function checkpoint({ cluster: { client }, from }: Copy): Promise<number> {
  const { indices } = await calling(() => client.indices.stats({ index: from, metric: "docs", level: "shards" }));
  const shards = Object.values(indices?.[from]?.shards ?? {}).flat();
  const known = shards.flatMap(({ seq_no, routing }) => (seq_no && routing?.primary ? [seq_no.global_checkpoint] : []));
  if (known.length !== 1)
    throw new SearchlightError("store-unavailable", `${from} has no primary shard: see to the cluster`);
  return Number(known[0]);
}

function taskOf({ definition, to }: Copy, { _source }: Hit): Task {
  const told = JSON.parse(_source!.state) as Resource;
  return { definition, told, written: _source!.written, address: { index: to, id: documentId(told.ref.id) } };
}

/** @throws SearchlightError `bad-request` when the new generation does not take one */
async function copyPage(copy: Copy, hits: readonly Hit[]): Promise<void> {
  const tasks = hits.map((hit) => taskOf(copy, hit));
  await joinAll(copy.cluster, tasks, copy.patience);
  for (const { told, outcome } of tasks) {
    if (outcome?.stored !== false) continue;
    const message = `${told.ref.type} ${told.ref.id} does not fit into the new generation, so nothing was switched: ${outcome.reason}`;
    throw new SearchlightError("bad-request", message);
  }
}

/** Copies what was written after the sequence number `after`; -1 is everything. */
export async function sweep(copy: Copy, after: number): Promise<Swept> {
  const { cluster, from, signal, tell } = copy;
  const through = await checkpoint(copy);
  await calling(() => cluster.client.indices.refresh({ index: from }));
  let copied = 0;
  const body = { query: { range: { _seq_no: { gt: after } } }, _source: ["state", "written"] };
  for await (const hits of pages(cluster, from, body)) {
    signal.throwIfAborted();
    await copyPage(copy, hits);
    copied += hits.length;
    tell(hits.length);
  }
  return { through, copied };
}

/** Deletes from the copy what is not there any more where it was copied from: a copy of long ago has what was purged since. */
export async function prune({ cluster, from, to }: Copy): Promise<void> {
  await calling(() => cluster.client.indices.refresh({ index: to }));
  for await (const hits of pages(cluster, to, { _source: false, seq_no_primary_term: true })) {
    const there = await look(
      cluster.client,
      hits.map(({ _id }) => ({ index: from, id: _id! })),
    );
    const gone = hits.filter((_, i) => there[i]!.current === undefined);
    await bulk(cluster.client, gone.map(deletion), { requireAlias: false });
  }
}
