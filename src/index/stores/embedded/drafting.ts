import { sought } from "./ids.ts";
import { pack } from "./pack.ts";
import { draftingOf, type Kept } from "./segment-draft.ts";
import type { Segment } from "./segment.ts";
import { heldIn, seedOf, type TypeHoldings } from "./type-holdings.ts";
import { kill, liveSlotOf } from "./type-index.ts";

/** Puts what was made of these in the place of what is recent; what changed or went meanwhile is dead in it. */
function install(holdings: TypeHoldings, kept: readonly Kept[], segment: Segment): void {
  const { definition, recent } = holdings;
  const made = heldIn(definition, pack(segment));
  for (const one of kept) {
    const { id } = one.entry.ref;
    if (recent.get(id) === one) recent.delete(id);
    else kill(made, liveSlotOf(made, sought(id)));
  }
  holdings.segments = [...holdings.segments, made].filter(({ alive }) => alive > 0);
}

/** Takes steps until `until`; the segment, when that was the last. */
function advanced(steps: Iterator<undefined, Segment>, until: number): Segment | undefined {
  do {
    const step = steps.next();
    if (step.done) return step.value;
  } while (performance.now() < until);
  return undefined;
}

/**
 * Goes on making a segment of what is recent, or begins where that is more than `most`, until `until` (as of `performance.now`).
 * What it is made of is found where it was until all is done. Whether there is more to make.
 */
export function goOnDrafting(holdings: TypeHoldings, most: number, until: number): boolean {
  const { recent } = holdings;
  if (!holdings.drafting && recent.size <= most) return false;
  const drafting = holdings.drafting ?? draftingOf([...recent.values()], seedOf(holdings));
  holdings.drafting = undefined; // what fails is begun anew
  const segment = advanced(drafting.steps, until);
  if (segment) install(holdings, drafting.kept, segment);
  else holdings.drafting = drafting;
  return !segment || recent.size > most;
}
