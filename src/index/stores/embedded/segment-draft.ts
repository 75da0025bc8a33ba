import type { Access } from "../../access.ts";
import type { Entry } from "../../entry.ts";
import { compareText } from "../../text.ts";
import type { Value } from "../../values.ts";
import { addValues, columnDraft, finished, type ColumnDraft } from "./column-draft.ts";
import type { Column } from "./column.ts";
import { idsOf } from "./ids.ts";
import { EVERYBODY, idColumn, projectKey, VIEWS, type Segment, type View } from "./segment.ts";

/** A resource to be indexed; `sequence` is where its state is kept. */
export type Kept = { readonly entry: Entry; readonly sequence: number };

type Drafts = Map<string, ColumnDraft>;

const draftOf = (drafts: Drafts, key: string): ColumnDraft => {
  const known = drafts.get(key);
  if (known) return known;
  const fresh = columnDraft();
  drafts.set(key, fresh);
  return fresh;
};

/** What a resource is, rather than what it says (see `fieldNamed`): no field of a type hides it. */
const isIdentity = (key: string): boolean => key === "_id" || key === "_type";

function addView(drafts: Drafts, slot: number, values: { readonly [key: string]: readonly Value[] }): void {
  for (const key in values) if (!isIdentity(key)) addValues(draftOf(drafts, key), slot, values[key]!);
}

const audienceOf = ({ listedBy }: Access): readonly string[] =>
  listedBy === "everybody" ? [EVERYBODY] : listedBy.map(projectKey);

const inOrder = (a: Kept, b: Kept): number =>
  b.entry.changed - a.entry.changed || compareText(a.entry.ref.id, b.entry.ref.id);

const allFinished = (drafts: Drafts, slots: number): ReadonlyMap<string, Column> =>
  new Map([...drafts].map(([key, draft]) => [key, finished(draft, slots)]));

/** Indexes resources of one type, each once. */
export function segmentOf(resources: readonly Kept[]): Segment {
  const kept = resources.toSorted(inOrder);
  const drafts = { exact: new Map(), numbers: new Map(), words: new Map(), folded: new Map() } as Record<View, Drafts>;
  const audience = columnDraft();
  for (const [slot, { entry }] of kept.entries()) {
    addValues(draftOf(drafts.exact, "_id"), slot, [entry.ref.id]);
    addValues(draftOf(drafts.exact, "_type"), slot, [entry.ref.type]);
    for (const view of VIEWS) addView(drafts[view], slot, entry[view]);
    addValues(audience, slot, audienceOf(entry.access));
  }
  const slots = kept.length;
  const views = Object.fromEntries(VIEWS.map((view) => [view, allFinished(drafts[view], slots)])) as Segment["views"];
  return {
    slots,
    views,
    audience: finished(audience, slots),
    changed: Float64Array.from(kept, ({ entry }) => entry.changed),
    sequences: Float64Array.from(kept, ({ sequence }) => sequence),
    ids: idsOf(idColumn({ views }), slots),
  };
}
