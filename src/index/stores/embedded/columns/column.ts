import { sizeOf, type Dictionary } from "./dictionary.ts";
import { postingsOf, type Postings } from "./postings.ts";
import { rowsOf, type Gathered, type Rows } from "../sets/rows.ts";

/**
 * All that is known of one key of a segment: which values there are, where each occurs, and what each slot has. It never
 * changes. **Invariant:** code c is in the row of slot s exactly when s is in the postings of c.
 */
export type Column = { readonly dictionary: Dictionary; readonly postings: Postings; readonly rows: Rows };

/** The column of rows whose codes are of this dictionary. */
export function columnOf(dictionary: Dictionary, gathered: Gathered, slotCount: number): Column {
  const size = sizeOf(dictionary);
  return {
    dictionary,
    postings: postingsOf(gathered, size, slotCount),
    rows: rowsOf(gathered, size, slotCount),
  };
}
