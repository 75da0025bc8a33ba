import { fieldNamed } from "../../../catalog.ts";
import type { Sort } from "../../../query.ts";
import type { Scope } from "../../../scope.ts";
import type { Value } from "../../../values.ts";
import type { Column } from "../columns/column.ts";
import { codeOf, codesWithin, valueAt } from "../columns/dictionary.ts";
import { scoreAt, type Scores } from "../sets/matches.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";
import type { TypeIndex } from "../segments/type-index.ts";

/** One key to order by, of each slot; the lesser comes first, and what has no value is infinite. */
export type OrderKey = (slot: number) => number;

/** A field to sort by, as it is in one segment: a field that the type, or this caller, does not have has no column. */
export type SortColumn = {
  readonly order: Sort["order"];
  readonly score: boolean;
  readonly column: Column | undefined;
};

export const sortColumns = ({ definition, views }: TypeIndex, sort: readonly Sort[], scope: Scope): SortColumn[] =>
  sort.map(({ field, order }) => {
    const key = field === "_score" ? undefined : fieldNamed(definition, field, scope)?.key;
    return { order, score: field === "_score", column: key === undefined ? undefined : views.exact.get(key) };
  });

/** The code that a sort takes of a slot: the least of its values, or the greatest. -1: it has none. */
function codeAt({ rows }: Column, slot: number, order: Sort["order"]): number {
  const row = rowOf(rows, slot);
  if (row < 0) return -1;
  let best = rows.codes[rowStart(rows, row)]!;
  for (let i = rowStart(rows, row) + 1, end = rowEnd(rows, row); i < end; i++) {
    const code = rows.codes[i]!;
    if (order === "asc" ? code < best : code > best) best = code;
  }
  return best;
}

/** The key of a field; of a place of the order as the numbers that `keyOfValue` gives. */
export function keyOf({ order, score, column }: SortColumn, scores: Scores): OrderKey {
  const sign = order === "asc" ? 1 : -1;
  if (score) return (slot) => sign * scoreAt(scores, slot);
  if (!column) return () => Infinity;
  const { rows } = column;
  if (!rows.slots && !rows.starts) {
    const { codes, none } = rows;
    return (slot) => (codes[slot] === none ? Infinity : sign * codes[slot]!);
  }
  return (slot) => {
    const code = codeAt(column, slot, order);
    return code < 0 ? Infinity : sign * code;
  };
}

export function sortValueOf({ score, column, order }: SortColumn, scores: Scores, slot: number): Value | null {
  if (score) return scoreAt(scores, slot);
  const code = column ? codeAt(column, slot, order) : -1;
  return code < 0 ? null : valueAt(column!.dictionary, code);
}

/** Where a value stands among a field's keys; between two of them when no slot has it. */
export function keyOfValue({ order, score, column }: SortColumn, value: Value | null): number {
  if (value === null) return Infinity;
  const sign = order === "asc" ? 1 : -1;
  if (score) return sign * Number(value);
  if (!column) return 0;
  const known = codeOf(column.dictionary, value);
  return sign * (known ?? codesWithin(column.dictionary, { lt: value }).high - 0.5);
}
