import type { Access } from "../../access.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Entry } from "../../entry.ts";
import type { Value } from "../../values.ts";
import { clearBit, hasBit, setBit, type Bits } from "./bitset.ts";
import { codeOf } from "./code-table.ts";
import { addValues, column, type Column } from "./column.ts";
import { pushWide, wideList, type WideList } from "./growable.ts";
import { lastPosting } from "./postings.ts";

/** What of an entry is looked up by value. */
type View = "exact" | "numbers" | "words" | "folded";
export const VIEWS: readonly View[] = ["exact", "numbers", "words", "folded"];

/**
 * The resources of one type that exist, indexed. A resource has a slot; a change gives it a new one, and the old is dead
 * until compaction. **Invariants:** slots are given out in ascending order; `live` has a resource's newest slot at most;
 * every slot has one value of `_id`, one place in `changed` (see `Entry`) and one in `sequences` (see `StateTable`).
 */
export type TypeIndex = {
  readonly definition: TypeDefinition;
  views: { readonly [V in View]: Map<string, Column> };
  /** Who lists what: `EVERYBODY`, or projects. */
  audience: Column;
  changed: WideList;
  sequences: WideList;
  live: Bits;
  slots: number;
  alive: number;
};

/** In `audience`, everybody; a project is its id after an equals sign, so no id is mistaken for everybody. */
export const EVERYBODY = "*";
export const projectKey = (projectId: string): string => `=${projectId}`;

export const noViews = (): TypeIndex["views"] => ({
  exact: new Map(),
  numbers: new Map(),
  words: new Map(),
  folded: new Map(),
});

export const typeIndex = (definition: TypeDefinition): TypeIndex => ({
  definition,
  views: noViews(),
  audience: column(),
  changed: wideList(),
  sequences: wideList(),
  live: new Uint32Array(1),
  slots: 0,
  alive: 0,
});

const columnOf = (columns: Map<string, Column>, key: string): Column => {
  const known = columns.get(key);
  if (known) return known;
  const fresh = column();
  columns.set(key, fresh);
  return fresh;
};

/** What a resource is, rather than what it says (see `fieldNamed`): no field of a type hides it. */
const isIdentity = (key: string): boolean => key === "_id" || key === "_type";

function addView(
  columns: Map<string, Column>,
  slot: number,
  values: { readonly [key: string]: readonly Value[] },
): void {
  for (const key in values) if (!isIdentity(key)) addValues(columnOf(columns, key), slot, values[key]!);
}

const audienceOf = ({ listedBy }: Access): readonly string[] =>
  listedBy === "everybody" ? [EVERYBODY] : listedBy.map(projectKey);

/** The live slot of a resource; -1 when the index has none. */
function slotOf({ views, live }: TypeIndex, id: string): number {
  const ids = views.exact.get("_id");
  const code = ids && codeOf(ids.dictionary, id);
  if (!ids || code === undefined) return -1;
  const slot = lastPosting(ids.postings, code);
  return hasBit(live, slot) ? slot : -1;
}

/** Forgets a resource, if it is there. */
export function removeEntry(index: TypeIndex, id: string): void {
  const slot = slotOf(index, id);
  if (slot < 0) return;
  clearBit(index.live, slot);
  index.alive--;
}

/** Puts a resource in place of what was known of it. `sequence` is where its state is kept. */
export function addEntry(index: TypeIndex, entry: Entry, sequence: number): void {
  removeEntry(index, entry.ref.id);
  const slot = index.slots++;
  if (slot >>> 5 === index.live.length) {
    const live = new Uint32Array(index.live.length * 2);
    live.set(index.live);
    index.live = live;
  }
  const { exact, numbers, words, folded } = index.views;
  addValues(columnOf(exact, "_id"), slot, [entry.ref.id]);
  addValues(columnOf(exact, "_type"), slot, [entry.ref.type]);
  addView(exact, slot, entry.exact);
  addView(numbers, slot, entry.numbers);
  addView(words, slot, entry.words);
  addView(folded, slot, entry.folded);
  addValues(index.audience, slot, audienceOf(entry.access));
  pushWide(index.changed, entry.changed);
  pushWide(index.sequences, sequence);
  setBit(index.live, slot);
  index.alive++;
}
