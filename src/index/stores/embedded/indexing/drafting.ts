import type { TypeDefinition } from "../../../definition.ts";
import { sought } from "../columns/ids.ts";
import { pack, type Packed } from "../segments/pack.ts";
import { segmentOf } from "../segments/segment-draft.ts";
import { heldIn, seedOf, type TypeHoldings } from "../segments/type-holdings.ts";
import { kill, liveSlotOf } from "../segments/type-index.ts";
import { madeOf, type Unindexed } from "../segments/unindexed.ts";

/** States of one type that are to be a segment, as another thread is told of them: each list has one item of each. */
export type DraftJob = {
  readonly type: string;
  readonly seed: number;
  readonly sequences: readonly number[];
  readonly ids: readonly string[];
  readonly texts: readonly string[];
};

/** Begins a segment of what is recent, if that is more than `most` and none is being made: what another thread is to make. It is found where it was until all is done. */
export function beginDraft(holdings: TypeHoldings, most: number): DraftJob | undefined {
  const { definition, recent } = holdings;
  if (holdings.drafting || recent.size <= most) return undefined;
  const kept = [...recent.values()];
  holdings.drafting = kept;
  return {
    type: definition.type,
    seed: seedOf(holdings),
    sequences: kept.map(({ sequence }) => sequence),
    ids: kept.map(({ ref }) => ref.id),
    texts: kept.map(({ text }) => text),
  };
}

/** Makes the segment. @throws SearchlightError naming the resource whose record is damaged */
export function drafted(definition: TypeDefinition, { type, seed, sequences, ids, texts }: DraftJob): Packed {
  const states = sequences.map((sequence, i) => ({ sequence, ref: { type, id: ids[i]! }, text: texts[i]! }));
  return pack(segmentOf(madeOf(definition, states), seed));
}

/** Puts what was made of these in their place; what changed or went meanwhile is dead in it. */
export function endDraft(holdings: TypeHoldings, kept: readonly Unindexed[], packed: Packed): void {
  const { definition, recent } = holdings;
  // All of it may have become part of another segment meanwhile, or been read anew.
  if (holdings.drafting !== kept) return;
  holdings.drafting = undefined;
  const made = heldIn(definition, packed);
  for (const one of kept) {
    const { id } = one.ref;
    if (recent.get(id) === one) recent.delete(id);
    else kill(made, liveSlotOf(made, sought(id)));
  }
  holdings.segments = [...holdings.segments, made].filter(({ alive }) => alive > 0);
}
