import type { Access } from "../../access.ts";
import type { Entry } from "../../entry.ts";
import { compareText } from "../../text.ts";
import { addValues, columnDraft, finished } from "./column-draft.ts";
import { idsOf } from "./ids.ts";
import { addObjects, finishedObjects, type ObjectDrafts } from "./objects.ts";
import { EVERYBODY, idColumn, named, type Segment } from "./segment.ts";
import { addViews, draftOf, finishedViews, viewDrafts } from "./view-draft.ts";

/** A resource to be indexed; `sequence` is where its state is kept. */
export type Kept = { readonly entry: Entry; readonly sequence: number };

const audienceOf = ({ listedBy }: Access): readonly string[] =>
  listedBy === "everybody" ? [EVERYBODY] : listedBy.map(named);

const inOrder = (a: Kept, b: Kept): number =>
  b.entry.changed - a.entry.changed || compareText(a.entry.ref.id, b.entry.ref.id);

/** Indexes resources of one type, each once. */
export function segmentOf(resources: readonly Kept[]): Segment {
  const kept = resources.toSorted(inOrder);
  const drafts = viewDrafts();
  const objects: ObjectDrafts = new Map();
  const audience = columnDraft();
  for (const [slot, { entry }] of kept.entries()) {
    addValues(draftOf(drafts.exact, "_id"), slot, [entry.ref.id]);
    addValues(draftOf(drafts.exact, "_type"), slot, [entry.ref.type]);
    addViews(drafts, slot, entry);
    addObjects(objects, slot, entry.objects);
    addValues(audience, slot, audienceOf(entry.access));
  }
  const slots = kept.length;
  const views = finishedViews(drafts, slots);
  return {
    slots,
    views,
    objects: finishedObjects(objects),
    audience: finished(audience, slots),
    changed: Float64Array.from(kept, ({ entry }) => entry.changed),
    sequences: Float64Array.from(kept, ({ sequence }) => sequence),
    ids: idsOf(idColumn({ views }), slots),
  };
}
