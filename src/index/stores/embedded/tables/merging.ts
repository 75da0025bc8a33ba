import { messageOf } from "../../../../errors.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { joinedOf } from "../../../entry.ts";
import { merge } from "../../../merge.ts";
import { stateOf, type Operation } from "../../../operation.ts";
import { exists, type Ref, type Resource } from "../../../resource.ts";
import type { Outcome } from "../../../store.ts";
import type { StateTable } from "./state-table.ts";
import type { Catalog } from "../../../catalog.ts";
import { stateIn, textOf } from "./state-text.ts";

/** A resource whose state a batch changes, and the text to write. */
type Changed = { readonly state: Resource; readonly text: string };

export type Merged = { readonly changes: readonly Changed[]; readonly outcomes: readonly Outcome[] };

type Numbered = { readonly at: number; readonly operation: Operation };
type Gathered = { readonly ref: Ref; readonly definition: TypeDefinition; readonly told: Numbered[] };

const STORED: Outcome = { stored: true };

/** Operations by the resource that they speak of, so that each is read, indexed and written once for a batch. */
function gather(catalog: Catalog, operations: readonly Operation[], outcomes: Outcome[]): Iterable<Gathered> {
  const gathered = new Map<string, Gathered>();
  for (const [at, operation] of operations.entries()) {
    const { ref } = operation;
    const definition = catalog.get(ref.type);
    if (!definition) {
      outcomes[at] = { stored: false, reason: `resource type '${ref.type}' is not in the list of enabled plugins` };
      continue;
    }
    const key = `${ref.type}\n${ref.id}`;
    const known = gathered.get(key);
    if (known) known.told.push({ at, operation });
    else gathered.set(key, { ref, definition, told: [{ at, operation }] });
  }
  return gathered.values();
}

function join(before: Resource | undefined, operation: Operation): Resource {
  const told = stateOf(operation);
  return before ? merge(before, told) : told;
}

/** Tries what the type's own code makes of a state, for what fails there must not be stored; all else is ours, and takes any state. */
function tried(definition: TypeDefinition, state: Resource | undefined): Resource | undefined {
  if (state && exists(state)) joinedOf(definition, state);
  return state;
}

/** One operation after another, each tried alone: only those that do not fit are left out. */
function joinEach(
  { definition, told }: Gathered,
  before: Resource | undefined,
  outcomes: Outcome[],
): Resource | undefined {
  let joined = before;
  for (const { at, operation } of told) {
    try {
      joined = tried(definition, join(joined, operation));
    } catch (error) {
      outcomes[at] = { stored: false, reason: `it cannot be indexed: ${messageOf(error)}` };
    }
  }
  return joined;
}

function joinAll(gathered: Gathered, before: Resource | undefined, outcomes: Outcome[]): Resource | undefined {
  try {
    const state = gathered.told.reduce<Resource | undefined>((state, { operation }) => join(state, operation), before);
    return tried(gathered.definition, state);
  } catch {
    // Tried again one by one, where the reason is told of the operation that it belongs to.
    return joinEach(gathered, before, outcomes);
  }
}

/** What a batch makes of the states on disk. Nothing is written yet; a state that stays the same is not among the changes. */
export function mergeBatch(catalog: Catalog, table: StateTable, operations: readonly Operation[]): Merged {
  const outcomes = operations.map(() => STORED);
  const changes: Changed[] = [];
  for (const gathered of gather(catalog, operations, outcomes)) {
    const before = table.read(gathered.ref);
    const state = joinAll(gathered, before === undefined ? undefined : stateIn(before, gathered.ref), outcomes);
    if (!state) continue;
    const text = textOf(state);
    if (text !== before) changes.push({ state, text });
  }
  return { changes, outcomes };
}
