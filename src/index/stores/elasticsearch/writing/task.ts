import { definitionOf } from "../../../catalog.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { merge } from "../../../merge.ts";
import { stateOf, type Operation } from "../../../operation.ts";
import type { Resource } from "../../../resource.ts";
import type { Outcome } from "../../../store.ts";
import type { Address } from "../cluster/current.ts";
import { documentId, namesOf } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";

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

/** The task that each operation belongs to; operations on one resource share theirs. */
export function tasksOf({ catalog, prefix }: Cluster, operations: readonly Operation[]): Task[] {
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
    const task: Task = { definition, address, told };
    tasks.set(key, task);
    return task;
  });
}

/** Those that have no outcome yet. */
export const open = (tasks: readonly Task[]): Task[] => tasks.filter(({ outcome }) => outcome === undefined);
