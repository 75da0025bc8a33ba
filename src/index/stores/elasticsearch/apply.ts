import { messageOf, SearchlightError } from "../../../errors.ts";
import { definitionOf } from "../../catalog.ts";
import type { TypeDefinition } from "../../definition.ts";
import { merge } from "../../merge.ts";
import { stateOf, type Operation } from "../../operation.ts";
import type { Resource } from "../../resource.ts";
import type { Outcome } from "../../store.ts";
import { bulk, writeOf, type Write, type Written } from "./bulk.ts";
import { look, type Address, type Looked } from "./current.ts";
import { documentLayout, documentOf } from "./document.ts";
import { isBusy, reasonOf, refusal } from "./failure.ts";
import { fit } from "./fitting.ts";
import { documentId, namesOf, ownAlias } from "./names.ts";
import { patiently } from "./patience.ts";
import type { Cluster } from "./send.ts";
import { inSlices } from "./slices.ts";

/**
 * A resource, all that a batch tells of it, and what became of that once it is known. `written`: when that was told, in
 * microseconds since 1970, if it is not now.
 */
export type Task = {
  readonly definition: TypeDefinition;
  readonly address: Address;
  readonly written?: number | undefined;
  told: Resource;
  outcome?: Outcome;
};

const STORED: Outcome = { stored: true };

/** How many resources are read and written together, and how many such slices are under way. */
const SLICE = 500;
const AT_ONCE = 2;

/** The task that each operation belongs to; operations on one resource share theirs. */
function tasksOf({ catalog, prefix }: Cluster, operations: readonly Operation[]): Task[] {
  const tasks = new Map<string, Task>();
  return operations.map((operation) => {
    const { ref } = operation;
    const definition = definitionOf(catalog, ref.type);
    const told = stateOf(operation);
    const key = `${ref.type}\n${ref.id}`;
    const known = tasks.get(key);
    if (known) {
      known.told = merge(known.told, told);
      return known;
    }
    const address = { index: namesOf(prefix, ref.type).write, id: documentId(ref.id) };
    const task: Task = { definition, address, told: merge(told, told) };
    tasks.set(key, task);
    return task;
  });
}

/**
 * The write that joins a task to what is there now; undefined, and the outcome known, when there is nothing to write. It goes to
 * the generation that was looked in, and no other: in another the same numbers stand for another state. What was not looked
 * for is written as new, to whichever generation is written to.
 */
function writeFor(task: Task, { index, current }: Partial<Looked>): Write | undefined {
  const next = current ? merge(current.state, task.told) : task.told;
  const text = JSON.stringify(next);
  if (current?.text === text && current.layout === documentLayout(task.definition)) task.outcome = STORED;
  else {
    try {
      const where = { _index: index === undefined ? task.address.index : ownAlias(index), _id: task.address.id };
      const action = current
        ? { index: { ...where, if_seq_no: current.seqNo, if_primary_term: current.primaryTerm } }
        : { create: where };
      return writeOf(JSON.stringify(action), documentOf(task.definition, next, text, task.written));
    } catch (error) {
      task.outcome = { stored: false, reason: `the document cannot be made: ${messageOf(error)}` };
    }
  }
  return undefined;
}

/** What a generation answers that a rebuild has closed or taken away, or that was made for other fields. */
const HELD_OFF = "cluster_block_exception";
const UNKNOWN_FIELD = "strict_dynamic_mapping_exception";

/**
 * Notes what became of a task. A conflict leaves it to be read again, wherever it is then; so does a cluster that is too
 * busy, with an error.
 */
function settle({ misfits }: Cluster, task: Task, { status, error = {} }: Written): SearchlightError | undefined {
  if (status < 300) task.outcome = STORED;
  else if (error.type === UNKNOWN_FIELD) misfits.add(task.definition.type);
  else if (error.type === HELD_OFF || status === 404) return undefined;
  else if (status === 400 || status === 413) task.outcome = { stored: false, reason: reasonOf(error) };
  else if (isBusy(status)) return refusal(status, error.type);
  else if (status !== 409) throw refusal(status, error.type);
  return undefined;
}

const conflicted = (): SearchlightError =>
  new SearchlightError("store-unavailable", "Others keep changing the same resources: try again");

const open = (tasks: readonly Task[]): Task[] => tasks.filter(({ outcome }) => outcome === undefined);

/** Writes tasks, each by what was found of it; how many met a state that they did not know of. */
async function write(
  cluster: Cluster,
  tasks: readonly Task[],
  looked: readonly Looked[] | undefined,
): Promise<{ readonly sent: number; readonly conflicts: number }> {
  const writes = tasks.flatMap((task, i) => {
    const one = writeFor(task, looked?.[i] ?? {});
    return one ? [{ task, one, index: looked?.[i]!.index }] : [];
  });
  const written = await bulk(
    cluster.client,
    writes.map(({ one }) => one),
  );
  const busy = writes.map(({ task }, i) => settle(cluster, task, written[i]!)).find((error) => error !== undefined);
  if (busy) throw busy;
  const closed = writes.filter((_, i) => written[i]!.error?.type === HELD_OFF).map(({ index }) => index);
  for (const index of new Set(closed)) if (index !== undefined) await cluster.fences.met(index);
  return { sent: writes.length, conflicts: written.filter(({ status }) => status === 409).length };
}

/**
 * Reads, merges and writes what has no outcome yet; where most is new, it is written as that first, and only what was there all
 * the same is read. @throws SearchlightError retryable when some still have no outcome
 */
async function round(cluster: Cluster, tasks: readonly Task[]): Promise<void> {
  const { client, newness } = cluster;
  await fit(cluster, open(tasks));
  if (newness.likely()) {
    const { sent, conflicts } = await write(cluster, open(tasks), undefined);
    newness.met(sent, conflicts);
  }
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
  const tasks = tasksOf(cluster, operations);
  await joinAll(cluster, [...new Set(tasks)], patience);
  return tasks.map(({ outcome }) => outcome!);
}
