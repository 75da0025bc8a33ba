import type { Access } from "../../../access.ts";
import type { Findable } from "../../../entry.ts";
import { compareText } from "../../../text.ts";
import { addValues, columnDraft, finished } from "../columns/column-draft.ts";
import { idsOf } from "../columns/ids.ts";
import { addObjects, finishedObjects, type ObjectDrafts } from "./objects.ts";
import { EVERYBODY, idColumn, named, type Segment } from "./segment.ts";
import { addViews, draftOf, finishedViews, viewDrafts } from "./view-draft.ts";

/** A resource to be indexed; `sequence` is where its state is kept. */
export type Kept = { readonly entry: Findable; readonly sequence: number };

const audienceOf = ({ listedBy }: Access): readonly string[] =>
  listedBy === "everybody" ? [EVERYBODY] : listedBy.map(named);

/** The places of resources in the order of their slots. */
const slotsOf = (changed: readonly number[], ids: readonly string[]): Uint32Array =>
  Uint32Array.from(ids.keys()).toSorted((a, b) => changed[b]! - changed[a]! || compareText(ids[a]!, ids[b]!));

/** Where each went whose order this is. */
function inverse(order: Uint32Array): Uint32Array {
  const moved = new Uint32Array(order.length);
  for (const [slot, place] of order.entries()) moved[place] = slot;
  return moved;
}

/**
 * Indexes resources of one type, each once. `seed`: that of the segments of this type (see `Ids`). One is made and added after
 * the other, and put in order at last: what each is found by is many small objects, that are gone while they are new.
 */
export function segmentOf(resources: Iterable<Kept>, seed: number): Segment {
  const drafts = viewDrafts();
  const objects: ObjectDrafts = new Map();
  const audience = columnDraft();
  const [changed, sequences, ids]: [number[], number[], string[]] = [[], [], []];
  for (const { entry, sequence } of resources) {
    const place = ids.length;
    addValues(draftOf(drafts.exact, "_id"), place, [entry.ref.id]);
    addValues(draftOf(drafts.exact, "_type"), place, [entry.ref.type]);
    addViews(drafts, place, entry);
    addObjects(objects, place, entry.objects);
    addValues(audience, place, audienceOf(entry.access));
    changed.push(entry.changed);
    sequences.push(sequence);
    ids.push(entry.ref.id);
  }
  const order = slotsOf(changed, ids);
  const views = finishedViews(drafts, order);
  return {
    slots: ids.length,
    views,
    objects: finishedObjects(objects, inverse(order)),
    audience: finished(audience, order),
    changed: Float64Array.from(order, (place) => changed[place]!),
    sequences: Float64Array.from(order, (place) => sequences[place]!),
    ids: idsOf(idColumn({ views }), ids.length, seed),
  };
}
