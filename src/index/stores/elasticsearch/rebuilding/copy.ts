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

/**
 * A copy under way of a type's states from one generation into another.
 *
 * - `shards`: how many primary ones it is copied from. `tell` is told how many more states went through.
 */
export type Copy = {
  readonly cluster: Cluster;
  readonly definition: TypeDefinition;
  readonly from: string;
  readonly shards: number;
  readonly to: string;
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly tell: (more: number) => void;
};

/** By the number of a shard: up to which of its sequence numbers all is written, on all of its copies. */
type Checkpoints = ReadonlyMap<number, number>;

/** What a sweep came to: all that was written up to `through` is in the copy; `copied`: how many it went through. */
export type Swept = { readonly through: Checkpoints; readonly copied: number };

/** Each shard counts its own writes. **Invariant:** none is left out: what it has would not be copied. */
async function checkpoints({ cluster: { client }, from, shards }: Copy): Promise<Checkpoints> {
  const { indices } = await calling(() => client.indices.stats({ index: from, metric: "docs", level: "shards" }));
  const known = new Map<number, number>();
  for (const [shard, copies] of Object.entries(indices?.[from]?.shards ?? {}))
    for (const { seq_no, routing } of copies)
      if (seq_no && routing?.primary) known.set(Number(shard), seq_no.global_checkpoint);
  if (known.size !== shards) {
    const message = `${from} has ${known.size} of its ${shards} primary shards: see to the cluster`;
    throw new SearchlightError("store-unavailable", message);
  }
  return known;
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

/** Copies what a shard was told after one of its sequence numbers; -1 is everything. Resolves to how many it went through. */
async function sweepShard(copy: Copy, shard: number, after: number): Promise<number> {
  const { cluster, from, signal, tell } = copy;
  let copied = 0;
  const body = { query: { range: { _seq_no: { gt: after } } }, _source: ["state", "written"] };
  for await (const hits of pages(cluster, from, body, shard)) {
    signal.throwIfAborted();
    await copyPage(copy, hits);
    copied += hits.length;
    tell(hits.length);
  }
  return copied;
}

/** Copies what was written since an earlier sweep; without one, everything. */
export async function sweep(copy: Copy, earlier?: Swept): Promise<Swept> {
  const through = await checkpoints(copy);
  await calling(() => copy.cluster.client.indices.refresh({ index: copy.from }));
  let copied = 0;
  for (const shard of through.keys()) copied += await sweepShard(copy, shard, earlier?.through.get(shard) ?? -1);
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
