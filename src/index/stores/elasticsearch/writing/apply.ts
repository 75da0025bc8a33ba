import { SearchlightError } from "../../../../errors.ts";
import { turn } from "../../../../turn.ts";
import type { Operation } from "../../../operation.ts";
import type { Outcome } from "../../../store.ts";
import { look } from "../cluster/current.ts";
import { fit } from "./fitting.ts";
import { patiently } from "../cluster/patience.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { inSlices } from "./slices.ts";
import { open, tasksOf, type Task } from "./task.ts";
import { write } from "./write.ts";

/** How many resources are read and written together, and how many such slices are under way. */
const SLICE = 300;
const AT_ONCE = 3;

const conflicted = (): SearchlightError =>
  new SearchlightError("store-unavailable", "Others keep changing the same resources: try again");

/**
 * Writes what need not be looked for: what is recalled, and where most is new, all else as new. What was there all the
 * same, or is not as recalled, keeps no outcome.
 */
async function writeUnseen(cluster: Cluster, tasks: readonly Task[]): Promise<void> {
  const { newness, recent } = cluster;
  const known = tasks.map(({ address }) => recent.recall(address));
  const likely = newness.likely();
  const chosen = tasks.map((task, i) => ({ task, looked: known[i] })).filter(({ looked }) => likely || looked);
  if (chosen.length === 0) return;
  const conflicted = new Set(
    await write(
      cluster,
      chosen.map(({ task }) => task),
      chosen.map(({ looked }) => looked),
    ),
  );
  const asNew = chosen.filter(({ looked }) => looked === undefined);
  newness.met(asNew.length, asNew.filter(({ task }) => conflicted.has(task)).length);
}

/**
 * Reads, merges and writes what has no outcome yet; what may do without is written first, and only the rest is read.
 *
 * @throws SearchlightError retryable when some still have no outcome
 */
async function round(cluster: Cluster, tasks: readonly Task[]): Promise<void> {
  const { client, newness } = cluster;
  await fit(cluster, open(tasks));
  await writeUnseen(cluster, open(tasks));
  const rest = open(tasks);
  if (rest.length === 0) return;
  const looked = await look(
    client,
    rest.map(({ address }) => address),
  );
  if (!newness.likely()) newness.met(looked.length, looked.filter(({ current }) => current !== undefined).length);
  await write(cluster, rest, looked);
  if (open(tasks).length > 0) throw conflicted();
}

/** Joins what tasks tell to what is there; every one has its outcome then. @throws SearchlightError as `apply` */
export const joinAll = (cluster: Cluster, tasks: readonly Task[], patience: number): Promise<void> =>
  inSlices(tasks, { size: SLICE, atOnce: AT_ONCE }, (slice) => patiently(() => round(cluster, slice), patience));

/**
 * Joins operations to what is there: reads the states now kept, merges, and writes each only if nobody changed it in
 * between; on a conflict it reads again. While the cluster is away or busy it backs off, for `patience` milliseconds.
 *
 * @throws SearchlightError `store-unavailable` after that: some may have been written, and all may be told again
 */
export async function apply(
  cluster: Cluster,
  operations: readonly Operation[],
  patience: number,
): Promise<readonly Outcome[]> {
  await turn();
  const tasks = tasksOf(cluster, operations);
  await joinAll(cluster, [...new Set(tasks)], patience);
  return tasks.map(({ outcome }) => outcome!);
}
