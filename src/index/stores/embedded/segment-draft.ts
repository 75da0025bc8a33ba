import type { Access } from "../../access.ts";
import type { Findable } from "../../entry.ts";
import { compareText } from "../../text.ts";
import { addValues, columnDraft, finished } from "./column-draft.ts";
import { idsOf } from "./ids.ts";
import { addObjects, finishedObjects, type ObjectDrafts } from "./objects.ts";
import { EVERYBODY, idColumn, named, type Segment } from "./segment.ts";
import { addViews, draftOf, finishedViews, viewDrafts } from "./view-draft.ts";

/** A resource to be indexed; `sequence` is where its state is kept. */
export type Kept = { readonly entry: Findable; readonly sequence: number };

const audienceOf = ({ listedBy }: Access): readonly string[] =>
  listedBy === "everybody" ? [EVERYBODY] : listedBy.map(named);

const inOrder = (a: Kept, b: Kept): number =>
  b.entry.changed - a.entry.changed || compareText(a.entry.ref.id, b.entry.ref.id);

/** So many resources are added in one step: about a millisecond's work. */
const AT_A_TIME = 32;

/** Indexes what stands in the order of its slots. */
function* drafted(kept: readonly Kept[], seed: number): Generator<undefined, Segment> {
  const drafts = viewDrafts();
  const objects: ObjectDrafts = new Map();
  const audience = columnDraft();
  for (const [slot, { entry }] of kept.entries()) {
    addValues(draftOf(drafts.exact, "_id"), slot, [entry.ref.id]);
    addValues(draftOf(drafts.exact, "_type"), slot, [entry.ref.type]);
    addViews(drafts, slot, entry);
    addObjects(objects, slot, entry.objects);
    addValues(audience, slot, audienceOf(entry.access));
    if (slot % AT_A_TIME === 0) yield;
  }
  const slots = kept.length;
  const views = yield* finishedViews(drafts, slots);
  return {
    slots,
    views,
    objects: yield* finishedObjects(objects),
    audience: finished(audience, slots),
    changed: Float64Array.from(kept, ({ entry }) => entry.changed),
    sequences: Float64Array.from(kept, ({ sequence }) => sequence),
    ids: idsOf(idColumn({ views }), slots, seed),
  };
}

/** A segment in the making, step by step, for whoever has something else to do in between; `kept`: what it will have. */
export type Drafting = { readonly kept: readonly Kept[]; readonly steps: Iterator<undefined, Segment> };

/** Begins to index resources of one type, each once. `seed`: that of the segments of this type (see `Ids`). */
export function draftingOf(resources: readonly Kept[], seed: number): Drafting {
  const kept = resources.toSorted(inOrder);
  return { kept, steps: drafted(kept, seed) };
}

/** Indexes resources at one go. */
export function segmentOf(resources: readonly Kept[], seed: number): Segment {
  const { steps } = draftingOf(resources, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
