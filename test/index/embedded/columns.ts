import { addValues, columnDraft, finished } from "../../../src/index/stores/embedded/columns/column-draft.ts";
import type { Column } from "../../../src/index/stores/embedded/columns/column.ts";
import type { Value } from "../../../src/index/values.ts";

/** The column of slots 0, 1, 2 … with these values, which came from the last to the first. */
export function columnWith(world: readonly (readonly Value[])[]): Column {
  const draft = columnDraft();
  for (const [place, values] of world.toReversed().entries()) addValues(draft, place, values);
  return finished(draft, Uint32Array.from(world.keys()).toReversed());
}
