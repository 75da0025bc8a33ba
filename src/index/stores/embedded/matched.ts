import { countBits, slotsIn, type Bits } from "./bitset.ts";
import type { Matches, Scores } from "./matches.ts";
import type { Indexed } from "./segment.ts";
import type { TypeIndex } from "./type-index.ts";

/** What matched in one segment. `slots` are the places of `bits`, ascending; listed when they are first asked for. */
export type Matched<I extends Indexed = TypeIndex> = {
  readonly index: I;
  readonly bits: Bits;
  readonly scores: Scores;
  readonly count: number;
  readonly slots: () => Uint32Array;
};

export function matchedIn<I extends Indexed>(index: I, { bits, scores }: Matches): Matched<I> {
  let slots: Uint32Array | undefined;
  return { index, bits, scores, count: countBits(bits), slots: () => (slots ??= slotsIn(bits)) };
}
