import { countBits, fullBits, slotsIn, without, type Bits } from "../sets/bitset.ts";
import type { Matches, Scores } from "../sets/matches.ts";
import type { Indexed } from "../segments/segment.ts";
import type { TypeIndex } from "../segments/type-index.ts";

/** Some slots of a segment. `slots` are the places of `bits`, ascending; listed when they are first asked for. */
export type Chosen = { readonly bits: Bits; readonly count: number; readonly slots: () => Uint32Array };

/** What matched in one segment; `others` is what did not. */
export type Matched<I extends Indexed = TypeIndex> = Chosen & {
  readonly index: I;
  readonly scores: Scores;
  readonly others: () => Chosen;
};

function chosen(bits: Bits): Chosen {
  let slots: Uint32Array | undefined;
  return { bits, count: countBits(bits), slots: () => (slots ??= slotsIn(bits)) };
}

export function matchedIn<I extends Indexed>(index: I, { bits, scores }: Matches): Matched<I> {
  let others: Chosen | undefined;
  const rest = (): Chosen => (others ??= chosen(without(fullBits(index.slots), bits)));
  return { ...chosen(bits), index, scores, others: rest };
}

/** Then what all slots have, less what the others do, is sooner told than what each that matched has. */
export const isNearlyAll = ({ count, index }: Matched<Indexed>): boolean => (index.slots - count) * 8 < count;
