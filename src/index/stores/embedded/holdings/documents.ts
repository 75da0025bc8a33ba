import type { Fields } from "../../../json.ts";

/** A document, and how long the text is that it was made from. */
export type Made = { readonly source: Fields; readonly length: number };

/**
 * The documents that were shown last, by the sequences of the states that they were made from: what has a sequence never changes,
 * and people ask for the same page again. Administrators' fields are in them, as in what they are made from.
 */
export type Documents = (sequence: number, make: () => Made) => Fields;

/** UTF-16 units of the texts that they were made from: in memory some 2.5 times as many bytes. */
const MOST = 2 ** 21;

/** Makes each once, as long as it is asked for again before others of `most` in all. */
export function documents(most = MOST): Documents {
  const kept = new Map<number, Made>();
  let length = 0;
  return (sequence, make) => {
    const known = kept.get(sequence);
    const made = known ?? make();
    kept.delete(sequence);
    kept.set(sequence, made);
    if (!known) length += made.length;
    for (const [oldest, { length: less }] of kept) {
      if (length <= most) break;
      kept.delete(oldest);
      length -= less;
    }
    return made.source;
  };
}
