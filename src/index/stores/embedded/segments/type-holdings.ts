import type { TypeDefinition } from "../../../definition.ts";
import { freshSeed, sought } from "../columns/ids.ts";
import { pack, unpack, type Packed } from "./pack.ts";
import { segmentOf } from "./segment-draft.ts";
import type { Segment } from "./segment.ts";
import { kill, liveSlotOf, typeIndex, type TypeIndex } from "./type-index.ts";
import { madeOf, type Unindexed } from "./unindexed.ts";

/** A segment in use, and the memory that it is laid out in. */
export type Held = TypeIndex & { readonly packed: Packed };

/**
 * All that is indexed of a type. **Invariant:** a resource that exists is alive in one segment, or it is in `recent`: never
 * in both, never twice. `whole`: false while what was written before the start is still being indexed. `drafting`: what is, or
 * was, in `recent` and is being made a segment of.
 */
export type TypeHoldings = {
  readonly definition: TypeDefinition;
  whole: boolean;
  segments: readonly Held[];
  readonly recent: Map<string, Unindexed>;
  drafting: readonly Unindexed[] | undefined;
};

export const typeHoldings = (definition: TypeDefinition): TypeHoldings => ({
  definition,
  whole: true,
  segments: [],
  recent: new Map(),
  drafting: undefined,
});

/** A segment in use, where it lies in memory; nothing is copied. */
export const heldIn = (definition: TypeDefinition, packed: Packed): Held => ({
  ...typeIndex(definition, unpack(packed) as Segment),
  packed,
});

/** Forgets a resource, if it is there. */
export function forget({ segments, recent }: TypeHoldings, id: string): void {
  if (recent.delete(id)) return;
  const wanted = sought(id);
  for (const segment of segments) {
    const slot = liveSlotOf(segment, wanted);
    if (slot < 0) continue;
    kill(segment, slot);
    return;
  }
}

/** Puts a resource in place of what was known of it. */
export function keep(holdings: TypeHoldings, one: Unindexed): void {
  const { id } = one.ref;
  forget(holdings, id);
  holdings.recent.set(id, one);
}

/** All segments of a type have one seed: see `Ids`. */
export const seedOf = ({ segments }: TypeHoldings): number => segments[0]?.ids.seed ?? freshSeed();

/** Makes a segment of what is recent at once, if that is more than so much. */
export function flush(holdings: TypeHoldings, most: number): void {
  const { definition, recent } = holdings;
  if (recent.size <= most) return;
  const made = heldIn(definition, pack(segmentOf(madeOf(definition, recent.values()), seedOf(holdings))));
  recent.clear();
  holdings.drafting = undefined;
  holdings.segments = [...holdings.segments.filter(({ alive }) => alive > 0), made];
}
