import { definitionOf, type Catalog } from "../../../catalog.ts";
import { pack, type Packed } from "../segments/pack.ts";
import { segmentOf } from "../segments/segment-draft.ts";
import type { StateRow, StateTable } from "../tables/state-table.ts";
import { idAt } from "../ranking/tie.ts";
import { forget, heldIn, seedOf } from "../segments/type-holdings.ts";
import { madeOf } from "../segments/unindexed.ts";
import type { View } from "../opening/view.ts";

/** Where a stride is to begin, and the seed of each type's segments (see `Ids`). `file`: the inode of the database that is meant. */
export type StrideJob = {
  readonly file: number;
  readonly from: number;
  readonly seeds: Readonly<Record<string, number>>;
};

/** What of a type was written: what stands, as a segment, and the ids of what is gone. */
type Written = { readonly type: string; readonly standing: Packed | undefined; readonly gone: readonly string[] };

/** What lies behind a sequence on disk; `more`: not all of it. `purged`: see `StateTable`. */
export type Behind = {
  readonly from: number;
  readonly rows: readonly StateRow[];
  readonly more: boolean;
  readonly purged: number;
};

/**
 * What was written behind one sequence and through another, indexed by another thread: the index goes there in one step. **Invariant:**
 * nothing of it is found before all of it is.
 */
export type Stride = Omit<Behind, "rows"> & {
  readonly through: number;
  readonly count: number;
  readonly written: readonly Written[];
};

export const strideJob = ({ file, seen, held }: View): StrideJob => ({
  file,
  from: seen,
  seeds: Object.fromEntries([...held.types].map(([type, one]) => [type, seedOf(one)])),
});

/** At most so many rows, and no more once they have so many UTF-16 units of text. */
export type Most = { readonly rows: number; readonly text: number };

/** Reads what was written since, at most so much, but one row where there is any. To be run in a transaction. */
export function rowsBehind(table: StateTable, from: number, most: Most): Behind {
  const rows: StateRow[] = [];
  const purged = table.purgedThrough();
  let text = 0;
  for (const row of table.since(from)) {
    if (rows.length === most.rows || text >= most.text) return { from, rows, more: true, purged };
    rows.push(row);
    text += row.text.length;
  }
  return { from, rows, more: false, purged };
}

/** Indexes it. @throws SearchlightError naming the resource whose record is damaged */
export function strideOver(catalog: Catalog, { rows, ...behind }: Behind, seeds: StrideJob["seeds"]): Stride {
  const ofTypes = [...Map.groupBy(rows, ({ ref }) => ref.type)].filter(([type]) => catalog.has(type));
  const written = ofTypes.map(([type, rows]): Written => {
    const standing = rows.filter(({ stands }) => stands);
    const made = (): Packed => pack(segmentOf(madeOf(definitionOf(catalog, type), standing), seeds[type]!));
    return {
      type,
      standing: standing.length > 0 ? made() : undefined,
      gone: rows.flatMap(({ stands, ref }) => (stands ? [] : [ref.id])),
    };
  });
  return { ...behind, through: rows.at(-1)?.sequence ?? behind.from, count: rows.length, written };
}

/** Whether a removal may have been purged before it was read: then its resource would stand for good, and all is to be read anew. */
export const hasMissed = ({ purged }: View, stride: Stride): boolean =>
  stride.from < stride.purged && purged < stride.purged;

/** Takes the index where a stride leads, if it begins where the index is and missed nothing; whether it did. */
export function takeStride(view: View, stride: Stride): boolean {
  if (view.seen !== stride.from || hasMissed(view, stride)) return false;
  for (const { type, standing, gone } of stride.written) {
    const holdings = view.held.types.get(type)!;
    for (const id of gone) forget(holdings, id);
    if (!standing) continue;
    const made = heldIn(holdings.definition, standing);
    for (let slot = 0; slot < made.slots; slot++) forget(holdings, idAt(made, slot));
    holdings.segments = [...holdings.segments.filter(({ alive }) => alive > 0), made];
  }
  const { through, purged, more } = stride;
  Object.assign(view, { purged, seen: more ? through : Math.max(through, purged) });
  return true;
}
