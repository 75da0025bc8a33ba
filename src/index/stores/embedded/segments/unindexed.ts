import type { Access } from "../../../access.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { accessIn, findableOf, type Findable } from "../../../entry.ts";
import type { Scope } from "../../../scope.ts";
import { lists } from "../../../sight.ts";
import type { Kept } from "./segment-draft.ts";
import type { StateRow } from "../tables/state-table.ts";
import { naming, stateIn } from "../tables/state-text.ts";

/** A state that stands, and where. */
export type Standing = Pick<StateRow, "sequence" | "ref" | "text">;

/**
 * A resource that is in no segment yet. Who may see it, and what it is found by, is made when a search first asks: most are in
 * a segment before, and of most of the others a search asks no more than whose they are.
 */
export type Unindexed = Standing & { readonly access: () => Access; readonly entry: () => Findable };

/** What a state is found by. @throws SearchlightError naming the resource whose record is damaged */
const entryAt = (definition: TypeDefinition, { ref, text }: Standing): Findable =>
  naming(ref, () => {
    const entry = findableOf(definition, stateIn(text, ref));
    if (!entry) throw new Error("it is marked as standing, and does not exist");
    return entry;
  });

const accessAt = (definition: TypeDefinition, { ref, text }: Standing): Access =>
  naming(ref, () => accessIn(definition, stateIn(text, ref)));

/** Resources to be indexed, each made when it is its turn. */
export function* madeOf(definition: TypeDefinition, states: Iterable<Standing>): Generator<Kept> {
  for (const state of states) yield { entry: entryAt(definition, state), sequence: state.sequence };
}

export function unindexed(definition: TypeDefinition, { sequence, ref, text }: Standing): Unindexed {
  const state: Standing = { sequence, ref, text };
  let access: Access | undefined;
  let entry: Findable | undefined;
  return {
    ...state,
    access: () => (access ??= entry?.access ?? accessAt(definition, state)),
    entry: () => (entry ??= entryAt(definition, state)),
  };
}

/** What a resource is found by, for whom it is listed to. */
export function entryListed(one: Unindexed, scope: Scope): Findable | undefined {
  // Where every project's is listed, all of it is needed anyhow.
  const access = scope.projectId === null ? one.entry().access : one.access();
  return lists(access, scope) ? one.entry() : undefined;
}
