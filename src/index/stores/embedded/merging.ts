import { messageOf } from "../../../errors.ts";
import type { TypeDefinition } from "../../definition.ts";
import { entryOf, type Entry } from "../../entry.ts";
import { merge } from "../../merge.ts";
import { stateOf, type Operation } from "../../operation.ts";
import type { Ref, Resource } from "../../resource.ts";
import type { Outcome } from "../../store.ts";
import type { StateTable } from "./state-table.ts";
import type { Catalog } from "../../catalog.ts";
import { stateIn, textOf } from "./state-text.ts";

/** A resource whose state a batch changes: the text to write, and what is to be seen of it, if anything. */
type Changed = { readonly state: Resource; readonly text: string; readonly entry: Entry | undefined };

export type Merged = { readonly changes: readonly Changed[]; readonly outcomes: readonly Outcome[] };

type Numbered = { readonly at: number; readonly operation: Operation };
type Gathered = { readonly ref: Ref; readonly definition: TypeDefinition; readonly told: Numbered[] };
type Joined = { readonly state: Resource | undefined; readonly entry: Entry | undefined };

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
  return merge(before ?? told, told);
}

/** One operation after another, each tried alone: only those that do not fit are left out. */
function joinEach({ definition, told }: Gathered, before: Resource | undefined, outcomes: Outcome[]): Joined {
  let joined: Joined = { state: before, entry: before && entryOf(definition, before) };
  for (const { at, operation } of told) {
    try {
      const state = join(joined.state, operation);
      joined = { state, entry: entryOf(definition, state) };
    } catch (error) {
      outcomes[at] = { stored: false, reason: `it cannot be indexed: ${messageOf(error)}` };
    }
  }
  return joined;
}

function joinAll(gathered: Gathered, before: Resource | undefined, outcomes: Outcome[]): Joined {
  try {
    const state = gathered.told.reduce<Resource | undefined>((state, { operation }) => join(state, operation), before);
    return { state, entry: state && entryOf(gathered.definition, state) };
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
    const joined = joinAll(gathered, before === undefined ? undefined : stateIn(before, gathered.ref), outcomes);
    if (!joined.state) continue;
    const text = textOf(joined.state);
    if (text !== before) changes.push({ state: joined.state, text, entry: joined.entry });
  }
  return { changes, outcomes };
}
