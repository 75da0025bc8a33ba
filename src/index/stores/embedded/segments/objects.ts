import type { Values } from "../../../entry.ts";
import { eachSlot, emptyBits, emptyWithin, hasBit, roomOf, setBit, type Bits } from "../sets/bitset.ts";
import { GONE } from "../columns/column-merge.ts";
import { listed, numberList, push, type NumberList } from "../sets/growable.ts";
import { scoreAt, type Matches } from "../sets/matches.ts";
import type { Objects, Segment } from "./segment.ts";
import { addViews, finishedViews, viewDrafts, type ViewDrafts } from "./view-draft.ts";
import { mergedViews } from "./view-merge.ts";

type Draft = { readonly views: ViewDrafts; readonly owners: NumberList };

/** The objects of nested fields in the making, by field. */
export type ObjectDrafts = Map<string, Draft>;

/** Gives a resource in a place beyond all others its objects. */
export function addObjects(
  drafts: ObjectDrafts,
  owner: number,
  objects: { readonly [path: string]: readonly Values[] },
): void {
  for (const [path, all] of Object.entries(objects)) {
    if (all.length === 0) continue;
    const draft = drafts.get(path) ?? { views: viewDrafts(), owners: numberList() };
    drafts.set(path, draft);
    for (const values of all) {
      addViews(draft.views, draft.owners.length, values);
      push(draft.owners, owner);
    }
  }
}

const objectsOf = (owners: Uint32Array, views: Objects["views"]): Objects => ({
  slots: owners.length,
  views,
  objects: new Map(),
  owners,
});

/** The objects that drafts have become, where the resource in each place goes to the slot that `moved` has for it. */
export function finishedObjects(drafts: ObjectDrafts, moved: Uint32Array): Segment["objects"] {
  const all = new Map<string, Objects>();
  for (const [path, { views, owners: places }] of drafts) {
    const owners = listed(places).map((place) => moved[place]!);
    const order = Uint32Array.from(owners.keys()).toSorted((a, b) => owners[a]! - owners[b]! || a - b);
    all.set(path, objectsOf(owners.toSorted(), finishedViews(views, order)));
  }
  return all;
}

/** Objects to be merged with others, and where the slots of the resources that own them go. */
type Part = { readonly all: Objects; readonly moved: Uint32Array };

/** Where each object goes: in the order of its owner's new slot; beside the new owners, in that order. */
function renumbered(parts: readonly Part[], slots: number): { owners: Uint32Array; moved: Uint32Array[] } {
  const next = new Uint32Array(slots + 1);
  for (const { all, moved } of parts)
    for (const owner of all.owners) if (moved[owner] !== GONE) next[moved[owner]! + 1]!++;
  for (let slot = 0; slot < slots; slot++) next[slot + 1]! += next[slot]!;
  const owners = new Uint32Array(next[slots]!);
  const places = parts.map(({ all, moved }) =>
    all.owners.map((owner) => {
      const to = moved[owner]!;
      if (to === GONE) return GONE;
      owners[next[to]!] = to;
      return next[to]!++;
    }),
  );
  return { owners, moved: places };
}

function mergedAt(path: string, parts: readonly { segment: Segment; moved: Uint32Array }[], slots: number): Objects {
  const having = parts.flatMap(({ segment, moved }): Part[] => {
    const all = segment.objects.get(path);
    return all ? [{ all, moved }] : [];
  });
  const { owners, moved } = renumbered(having, slots);
  const views = mergedViews(
    having.map(({ all }, i) => ({ views: all.views, moved: moved[i]! })),
    owners.length,
  );
  return objectsOf(owners, views);
}

/** The objects of the resources that are left of some segments, whose slots have moved into one of so many. */
export function mergedObjects(
  parts: readonly { readonly segment: Segment; readonly moved: Uint32Array }[],
  slots: number,
): Segment["objects"] {
  const paths = new Set(parts.flatMap(({ segment }) => [...segment.objects.keys()]));
  const all = [...paths].map((path) => [path, mergedAt(path, parts, slots)] as const);
  return new Map(all.filter(([, objects]) => objects.slots > 0));
}

/** The objects of the resources in a domain. */
export function objectsWithin({ owners, slots }: Objects, domain: Bits): Bits {
  const bits = emptyBits(slots);
  for (let object = 0; object < slots; object++) if (hasBit(domain, owners[object]!)) setBit(bits, object);
  return bits;
}

/** The resources that have one of these objects, which lie in the domain; each counts what its best object does. */
export function ownersOf({ owners }: Objects, { bits: found, scores }: Matches, domain: Bits): Matches {
  const bits = emptyWithin(domain);
  if (typeof scores === "number") {
    eachSlot(found, (object) => setBit(bits, owners[object]!));
    return { bits, scores };
  }
  const best = new Float64Array(roomOf(domain));
  eachSlot(found, (object) => {
    const owner = owners[object]!;
    setBit(bits, owner);
    best[owner] = Math.max(best[owner]!, scoreAt(scores, object));
  });
  return { bits, scores: { at: (slot) => best[slot]! } };
}
