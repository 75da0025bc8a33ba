import type { Values } from "../../../entry.ts";
import type { Value } from "../../../values.ts";
import { addValues, columnDraft, finished, type ColumnDraft } from "../columns/column-draft.ts";
import { VIEWS, type View, type Views } from "./segment.ts";

type Drafts = Map<string, ColumnDraft>;

/** Views in the making. */
export type ViewDrafts = Readonly<Record<View, Drafts>>;

export const viewDrafts = (): ViewDrafts => ({
  exact: new Map(),
  numbers: new Map(),
  words: new Map(),
  folded: new Map(),
});

/** The draft of a key's column, made where there is none. */
export function draftOf(drafts: Drafts, key: string): ColumnDraft {
  const known = drafts.get(key);
  if (known) return known;
  const fresh = columnDraft();
  drafts.set(key, fresh);
  return fresh;
}

/** What a resource is, rather than what it says (see `fieldNamed`): no field of a type hides it. */
const isIdentity = (key: string): boolean => key === "_id" || key === "_type";

function addView(drafts: Drafts, place: number, values: { readonly [key: string]: readonly Value[] }): void {
  for (const key in values) if (!isIdentity(key)) addValues(draftOf(drafts, key), place, values[key]!);
}

/** Gives a place beyond all others what is found by it. */
export function addViews(drafts: ViewDrafts, place: number, values: Values): void {
  for (const view of VIEWS) addView(drafts[view], place, values[view]);
}

/** The views that drafts have become (see `finished`). */
export function finishedViews(drafts: ViewDrafts, order: Uint32Array): Views {
  const views = { exact: new Map(), numbers: new Map(), words: new Map(), folded: new Map() };
  for (const view of VIEWS) for (const [key, draft] of drafts[view]) views[view].set(key, finished(draft, order));
  return views;
}
