import { definitionOf } from "../../../catalog.ts";
import type { Plan, planRebuild } from "../../../rebuild.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { generations } from "../cluster/generations.ts";
import { documentLayout } from "../documents/document.ts";

/** `planRebuild`, or the way back. */
export type Planner = typeof planRebuild;

/** What is to be done, and how many primary shards there are where it is copied from (`had`) and in an index that is made for it. */
export type Planned = Plan & { readonly had: number; readonly wanted: number };

/** Plans for a type's generations, for indices of so many shards: else of as many as is searched now. */
export async function planned(
  cluster: Cluster,
  type: string,
  planner: Planner,
  shards: number | undefined,
): Promise<Planned> {
  const all = await generations(cluster, type);
  const { number = 0, shards: had = 1 } = all.find(({ current }) => current) ?? {};
  const wanted = shards ?? had;
  // What was begun with another number of shards is none to go on with.
  const told = all.map((one) => (one.number > number && one.shards !== wanted ? { ...one, layout: undefined } : one));
  return { ...planner(told, documentLayout(definitionOf(cluster.catalog, type))), had, wanted };
}
