import { messageOf, SearchlightError } from "../../../errors.js";
import { definitionOf } from "../../catalog.js";
import { merge } from "../../merge.js";
import { stateOf } from "../../operation.js";
import { bulk, writeOf } from "./bulk.js";
import { currentStates } from "./current.js";
import { documentOf } from "./document.js";
import { isBusy, reasonOf, refusal } from "./failure.js";
import { documentId, namesOf } from "./names.js";
import { patiently } from "./patience.js";
import { inSlices } from "./slices.js";
const STORED = { stored: true };
/** How many resources are read and written together, and how many such slices are under way. */
const SLICE = 500;
const AT_ONCE = 2;
/** The task that each operation belongs to; operations on one resource share theirs. */
function tasksOf({ catalog, prefix }, operations) {
    const tasks = new Map();
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
        const task = { definition, address, told: merge(told, told) };
        tasks.set(key, task);
        return task;
    });
}
/** The write that joins a task to what is there now; undefined, and the outcome known, when there is nothing to write. */
function writeFor(task, current) {
    const { index, id } = task.address;
    const next = current ? merge(current.state, task.told) : task.told;
    const text = JSON.stringify(next);
    if (current?.text === text)
        task.outcome = STORED;
    else {
        try {
            const where = { _index: index, _id: id };
            const action = current
                ? { index: { ...where, if_seq_no: current.seqNo, if_primary_term: current.primaryTerm } }
                : { create: where };
            return writeOf(JSON.stringify(action), documentOf(task.definition, next, text));
        }
        catch (error) {
            task.outcome = { stored: false, reason: `the document cannot be made: ${messageOf(error)}` };
        }
    }
    return undefined;
}
/** Notes what became of a task. A conflict leaves it to be read again; so does a cluster that is too busy, with an error. */
function settle(task, { status, error = {} }) {
    if (status < 300)
        task.outcome = STORED;
    else if (status === 400 || status === 413)
        task.outcome = { stored: false, reason: reasonOf(error) };
    else if (isBusy(status))
        return refusal(status, error.type);
    else if (status !== 409)
        throw refusal(status, error.type);
    return undefined;
}
const conflicted = () => new SearchlightError("store-unavailable", "Others keep changing the same resources: try again");
/** Reads, merges and writes what has no outcome yet. @throws SearchlightError retryable when some still have none */
async function round(client, tasks) {
    const open = tasks.filter(({ outcome }) => outcome === undefined);
    const currents = await currentStates(client, open.map(({ address }) => address));
    const writes = open.flatMap((task, i) => {
        const write = writeFor(task, currents[i]);
        return write ? [{ task, write }] : [];
    });
    const written = await bulk(client, writes.map(({ write }) => write));
    const busy = writes.map(({ task }, i) => settle(task, written[i])).find((error) => error !== undefined);
    if (busy)
        throw busy;
    if (open.some(({ outcome }) => outcome === undefined))
        throw conflicted();
}
/**
 * Joins operations to what is there: reads the states now kept, merges, and writes each only if nobody changed it in
 * between; on a conflict it reads again. While the cluster is away or busy it backs off, for `patience` milliseconds.
 *
 * @throws SearchlightError `store-unavailable` after that: some may have been written, and all may be told again
 */
export async function apply(cluster, operations, patience) {
    const tasks = tasksOf(cluster, operations);
    await inSlices([...new Set(tasks)], { size: SLICE, atOnce: AT_ONCE }, (slice) => patiently(() => round(cluster.client, slice), patience));
    return tasks.map(({ outcome }) => outcome);
}
