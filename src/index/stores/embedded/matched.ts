import { countBits, slotsIn, type Bits } from "./bitset.ts";
import type { Matches, Scores } from "./matches.ts";
import type { TypeIndex } from "./type-index.ts";

/** What matched in one segment. `slots` are the places of `bits`, ascending; listed when they are first asked for. */
export type Matched = {
  readonly index: TypeIndex;
  readonly bits: Bits;
  readonly scores: Scores;
  readonly count: number;
  readonly slots: () => Uint32Array;
};

export function matchedIn(index: TypeIndex, { bits, scores }: Matches): Matched {
  let slots: Uint32Array | undefined;
  return { index, bits, scores, count: countBits(bits), slots: () => (slots ??= slotsIn(bits)) };
}
