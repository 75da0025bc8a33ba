import type { Value } from "../../values.ts";
import { encode } from "./code-table.ts";
import { dictionary, type Dictionary } from "./dictionary.ts";
import { push } from "./growable.ts";
import { addPosting, type Postings } from "./postings.ts";
import { beginRow, rowEnd, rows, type Rows } from "./rows.ts";

/**
 * All that is known of one key of a type: which values there are, where each occurs, and what each slot has.
 * **Invariant:** code c is in row s exactly when s is in the postings of c.
 */
export type Column = { readonly dictionary: Dictionary; readonly postings: Postings; readonly rows: Rows };

export const column = (): Column => ({ dictionary: dictionary(), postings: [], rows: rows() });

/** Gives a slot beyond all others its values; a slot without any is not mentioned. */
export function addValues({ dictionary, postings, rows }: Column, slot: number, values: readonly Value[]): void {
  if (values.length === 0) return;
  beginRow(rows, slot);
  for (const value of values) {
    const code = encode(dictionary, value);
    push(rows.codes, code);
    addPosting(postings, code, slot);
  }
}

/** A slot that is no more. */
export const GONE = 0xffffffff;

/** The column with its slots renumbered (ascending still), without those that are gone and the values only they had. */
export function compactColumn(old: Column, moved: Uint32Array): Column {
  const fresh = column();
  const recoded = new Int32Array(old.dictionary.values.length).fill(-1);
  for (let row = 0; row < old.rows.slots.length; row++) {
    const slot = moved[old.rows.slots.items[row]!]!;
    if (slot === GONE) continue;
    beginRow(fresh.rows, slot);
    for (let i = old.rows.starts.items[row]!; i < rowEnd(old.rows, row); i++) {
      const was = old.rows.codes.items[i]!;
      if (recoded[was] === -1) recoded[was] = encode(fresh.dictionary, old.dictionary.values[was]!);
      push(fresh.rows.codes, recoded[was]!);
      addPosting(fresh.postings, recoded[was]!, slot);
    }
  }
  return fresh;
}
