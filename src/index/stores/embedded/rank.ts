import { fieldNamed } from "../../catalog.ts";
import type { SearchRequest, Sort } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { compareText } from "../../text.ts";
import type { Value } from "../../values.ts";
import type { Column } from "./column.ts";
import { sortDictionary } from "./dictionary.ts";
import { scoreAt, type Matches } from "./matches.ts";
import { rowEnd, rowOf } from "./rows.ts";
import { borrow } from "./scratch.ts";
import { topPlaces } from "./top.ts";
import type { TypeIndex } from "./type-index.ts";

/** A resource in its place: enough to put it among those of other types, and to read its state for the page. */
export type Found = {
  readonly entry: { readonly ref: { readonly type: string; readonly id: string }; readonly changed: number };
  readonly score: number;
  readonly sort: readonly (Value | null)[];
  readonly sequence: number;
};

/** One key to order by, for each place of the matches; the lesser comes first, and what has no value is infinite. */
type OrderKey = Float64Array;

type Matched = { readonly index: TypeIndex; readonly slots: Uint32Array; readonly scores: Matches["scores"] };

/** The place in the order of a column's values that a sort takes of a slot: the least, or the greatest. -1: no value. */
function rankAt({ dictionary: { ranks }, rows }: Column, row: number, order: Sort["order"]): number {
  let best = -1;
  for (let i = row < 0 ? 0 : rows.starts.items[row]!, end = row < 0 ? 0 : rowEnd(rows, row); i < end; i++) {
    const rank = ranks[rows.codes.items[i]!]!;
    if (best < 0 || (order === "asc" ? rank < best : rank > best)) best = rank;
  }
  return best;
}

function columnKey(column: Column | undefined, order: Sort["order"], slots: Uint32Array): OrderKey {
  const key = borrow(slots.length).fill(Infinity);
  if (!column) return key;
  sortDictionary(column.dictionary);
  for (let place = 0, from = 0; place < slots.length; place++) {
    const row = rowOf(column.rows, slots[place]!, from);
    if (row < 0) continue;
    from = row;
    const rank = rankAt(column, row, order);
    key[place] = order === "asc" ? rank : -rank;
  }
  return key;
}

function keyOf(slots: Uint32Array, read: (slot: number) => number): OrderKey {
  const key = borrow(slots.length);
  for (let place = 0; place < slots.length; place++) key[place] = read(slots[place]!);
  return key;
}

const scoreKey = ({ slots, scores }: Matched, order: Sort["order"]): OrderKey =>
  keyOf(slots, (slot) => (order === "asc" ? scoreAt(scores, slot) : -scoreAt(scores, slot)));

type SortColumn = { readonly order: Sort["order"]; readonly score: boolean; readonly column: Column | undefined };

/** The sort's fields as the columns of a type: a field that the type, or this caller, does not have has none. */
const sortColumns = ({ definition, views }: TypeIndex, sort: readonly Sort[], scope: Scope): SortColumn[] =>
  sort.map(({ field, order }) => {
    const key = field === "_score" ? undefined : fieldNamed(definition, field, scope)?.key;
    return { order, score: field === "_score", column: key === undefined ? undefined : views.exact.get(key) };
  });

const idOf = ({ views }: TypeIndex, slot: number): string => {
  const { dictionary, rows } = views.exact.get("_id")!;
  return String(dictionary.values[rows.codes.items[slot]!]);
};

function sortValueOf({ score, column, order }: SortColumn, { scores }: Matched, slot: number): Value | null {
  if (score) return scoreAt(scores, slot);
  if (!column) return null;
  const rank = rankAt(column, rowOf(column.rows, slot), order);
  return rank < 0 ? null : column.dictionary.values[column.dictionary.sorted[rank]!]!;
}

function orderKeys(matched: Matched, columns: readonly SortColumn[]): OrderKey[] {
  const { index, slots, scores } = matched;
  const asked = columns.map(({ order, score, column }) =>
    score ? scoreKey(matched, order) : columnKey(column, order, slots),
  );
  const byScore = columns.length === 0 && typeof scores !== "number" ? [scoreKey(matched, "desc")] : [];
  return [...asked, ...byScore, keyOf(slots, (slot) => -index.changed.items[slot]!)];
}

/** The first of a type's matches, as many as a page may need of them, in the order of `compareSorts` and `compareTies`. */
export function firstOf(matched: Matched, { sort, from, size }: SearchRequest, scope: Scope): Found[] {
  const { index, slots, scores } = matched;
  if (size === 0) return [];
  const columns = sortColumns(index, sort, scope);
  const keys = orderKeys(matched, columns);
  const places = topPlaces(slots.length, from + size, (a, b) => {
    for (const key of keys) {
      const [x, y] = [key[a]!, key[b]!];
      if (x !== y) return x < y ? -1 : 1;
    }
    return compareText(idOf(index, slots[a]!), idOf(index, slots[b]!));
  });
  return places.map((place) => {
    const slot = slots[place]!;
    return {
      entry: { ref: { type: index.definition.type, id: idOf(index, slot) }, changed: index.changed.items[slot]! },
      score: scoreAt(scores, slot),
      sort: columns.map((column) => sortValueOf(column, matched, slot)),
      sequence: index.sequences.items[slot]!,
    };
  });
}
