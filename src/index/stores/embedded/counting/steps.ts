import type { Value } from "../../../values.ts";
import type { Column } from "../columns/column.ts";
import { codesWithin, sizeOf, valueAt, type Dictionary } from "../columns/dictionary.ts";
import { eachCode, eachRow } from "./each-code.ts";
import { isNearlyAll, type Matched } from "../matching/matched.ts";
import { countPostings } from "../columns/postings.ts";
import { rowEnd, rowStart } from "../sets/rows.ts";
import type { Indexed } from "../segments/segment.ts";

/** The step that a value lies in: the last whose edge is not above it; -1 below the first, beyond the last, and for texts. */
function stepOf(edges: readonly number[], value: Value): number {
  if (typeof value !== "number" || !(value < edges.at(-1)!)) return -1;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The step of each code: told one by one where few are asked for; else all at once, for codes are in the order of values. */
function stepsOf(edges: readonly number[], dictionary: Dictionary, asked: number): (code: number) => number {
  const size = sizeOf(dictionary);
  if (asked < size) return (code) => stepOf(edges, valueAt(dictionary, code));
  const steps = new Int32Array(size).fill(-1);
  for (let step = 0; step < edges.length - 1; step++) {
    const { low, high } = codesWithin(dictionary, { gte: edges[step]!, lt: edges[step + 1]! });
    steps.fill(step, low, high);
  }
  return (code) => steps[code]!;
}

/** Adds to `counts` how many of what matched have a value in each step between edges: a slot counts once a step. */
export function addSteps(counts: number[], edges: readonly number[], column: Column, matched: Matched<Indexed>): void {
  const { dictionary, rows } = column;
  if (rows.starts) return addStepsOfSeveral(counts, edges, column, matched);
  const most = isNearlyAll(matched);
  if (most) addAllSteps(counts, edges, column);
  const counted = most ? matched.others() : matched;
  const step = stepsOf(edges, dictionary, counted.count);
  eachCode(column, counted, (code) => {
    const only = step(code);
    if (only >= 0) counts[only]! += most ? -1 : 1;
  });
}

/** As if all slots had matched, each with one value at most. */
function addAllSteps(counts: number[], edges: readonly number[], { dictionary, postings }: Column): void {
  for (let step = 0; step < edges.length - 1; step++) {
    const { low, high } = codesWithin(dictionary, { gte: edges[step]!, lt: edges[step + 1]! });
    counts[step]! += countPostings(postings, low, high);
  }
}

/** Where a slot may have several values. */
function addStepsOfSeveral(
  counts: number[],
  edges: readonly number[],
  column: Column,
  matched: Matched<Indexed>,
): void {
  const { dictionary, rows } = column;
  const step = stepsOf(edges, dictionary, matched.count);
  const counted = new Set<number>();
  eachRow(column, matched, (row) => {
    counted.clear();
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) counted.add(step(rows.codes[i]!));
    for (const one of counted) if (one >= 0) counts[one]!++;
  });
}
