import { messageOf, type SearchlightError } from "../../../../errors.ts";
import { turn } from "../../../../turn.ts";
import { merge } from "../../../merge.ts";
import type { Outcome } from "../../../store.ts";
import { bulk, writeOf, type Write, type Written } from "./bulk.ts";
import type { Looked } from "../cluster/current.ts";
import { documentLayout, documentOf } from "../documents/document.ts";
import { isBusy, reasonOf, refusal } from "../cluster/failure.ts";
import { ownAlias } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Task } from "./task.ts";

const STORED: Outcome = { stored: true };

/** A write of a task, and the state that it leaves. */
type Writing = { readonly task: Task; readonly one: Write; readonly index: string | undefined; readonly text: string };

/**
 * The write that joins a task to what is there now; undefined when there is nothing to write, which is an outcome unless what
 * is there is only recalled. It goes to the generation that was looked in, and no other: in another the same numbers stand for
 * another state. What was not looked for is written as new, to whichever generation is written to.
 */
function writingOf(task: Task, { index, current, recalled }: Partial<Looked>): Writing | undefined {
  const next = current ? merge(current.state, task.told) : task.told;
  const text = JSON.stringify(next);
  if (current?.text === text && current.layout === documentLayout(task.definition)) {
    if (!recalled) task.outcome = STORED;
  } else {
    try {
      const where = { _index: index === undefined ? task.address.index : ownAlias(index), _id: task.address.id };
      const action = current
        ? { index: { ...where, if_seq_no: current.seqNo, if_primary_term: current.primaryTerm } }
        : { create: where };
      const one = writeOf(JSON.stringify(action), documentOf(task.definition, next, text, task.written));
      return { task, one, index, text };
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

/** Keeps in mind what a task left behind, or that what was in mind of it is not so. */
function remember(
  { recent }: Cluster,
  { task, text }: Writing,
  { status, _index, _seq_no, _primary_term }: Written,
): void {
  const { address, definition } = task;
  if (status < 300 && _index !== undefined && _seq_no !== undefined && _primary_term !== undefined)
    recent.keep(address, _index, {
      text,
      layout: documentLayout(definition),
      seqNo: _seq_no,
      primaryTerm: _primary_term,
    });
  else recent.forget(address);
}

/** Writes tasks, each by what was found of it; the tasks that met a state that they did not know of. */
export async function write(
  cluster: Cluster,
  tasks: readonly Task[],
  looked: readonly (Looked | undefined)[],
): Promise<Task[]> {
  await turn();
  const writes = tasks.flatMap((task, i) => writingOf(task, looked[i] ?? {}) ?? []);
  const written = await bulk(
    cluster.client,
    writes.map(({ one }) => one),
  );
  for (const [i, one] of writes.entries()) remember(cluster, one, written[i]!);
  const busy = writes.map(({ task }, i) => settle(cluster, task, written[i]!)).find((error) => error !== undefined);
  if (busy) throw busy;
  const closed = writes.filter((_, i) => written[i]!.error?.type === HELD_OFF).map(({ index }) => index);
  for (const index of new Set(closed)) if (index !== undefined) await cluster.fences.met(index);
  return writes.filter((_, i) => written[i]!.status === 409).map(({ task }) => task);
}
