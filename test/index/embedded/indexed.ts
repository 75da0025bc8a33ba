import assert from "node:assert/strict";
import { hasBit } from "../../../src/index/stores/embedded/sets/bitset.ts";
import { idAt } from "../../../src/index/stores/embedded/ranking/tie.ts";
import type { TypeHoldings } from "../../../src/index/stores/embedded/segments/type-holdings.ts";

/** The sequence of each resource of a type that is indexed, wherever it is; none is in two places. */
export function indexed({ segments, recent }: TypeHoldings): Map<string, number> {
  const all = new Map([...recent].map(([id, { sequence }]) => [id, sequence]));
  for (const segment of segments) {
    for (let slot = 0; slot < segment.slots; slot++) {
      if (!hasBit(segment.live, slot)) continue;
      assert.equal(all.has(idAt(segment, slot)), false);
      all.set(idAt(segment, slot), segment.sequences[slot]!);
    }
  }
  return all;
}
