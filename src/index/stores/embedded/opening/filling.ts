import { take, type Holdings } from "../holdings/holdings.ts";
import { flush } from "../segments/type-holdings.ts";

/**
 * What is being indexed that was written before the start: of these types what stands up to the sequence `through`, of which
 * all up to `at` is done. What was written since is followed like anything else, so no row is looked for twice: one that changes
 * meanwhile stands behind `through`.
 */
export type Filling = { readonly types: ReadonlySet<string>; readonly through: number; at: number };

/** Begins: until all of a type is indexed it is not whole. */
export function beginFilling({ types }: Holdings, wanted: ReadonlySet<string>, through: number): Filling {
  for (const type of wanted) types.get(type)!.whole = false;
  return { types: wanted, through, at: 0 };
}

/**
 * Indexes some more; returns how many rows it read, fewer than `most` when all is done. Segments are made of more than so many
 * resources; the rest is recent. To be run in a transaction.
 */
export function fill(
  { types, table }: Holdings,
  filling: Filling,
  { most, segment }: { most: number; segment: number },
): number {
  const wanted = [...filling.types];
  let read = 0;
  for (const row of table.between(filling.at, filling.through, wanted, most)) {
    read++;
    filling.at = row.sequence;
    if (!filling.types.has(row.ref.type)) continue;
    const holdings = types.get(row.ref.type)!;
    take(holdings, row);
    flush(holdings, segment);
  }
  if (read < most) for (const type of wanted) types.get(type)!.whole = true;
  return read;
}
