import { addValues, columnDraft, finished } from "../../../src/index/stores/embedded/column-draft.ts";
import type { Column } from "../../../src/index/stores/embedded/column.ts";
import type { Value } from "../../../src/index/values.ts";

/** The column of slots 0, 1, 2 … with these values. */
export function columnWith(world: readonly (readonly Value[])[]): Column {
  const draft = columnDraft();
  for (const [slot, values] of world.entries()) addValues(draft, slot, values);
  return finished(draft, world.length);
}
