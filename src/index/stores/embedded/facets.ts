import type { Extent } from "../../aggregations/probe.ts";
import type { Value } from "../../values.ts";
import { hasBit } from "./bitset.ts";
import type { Column } from "./column.ts";
import { codesWithin, sizeOf, valueAt, type Dictionary } from "./dictionary.ts";
import type { Matched } from "./matched.ts";
import { countWithin } from "./postings.ts";
import type { Indexed } from "./segment.ts";
import { rowEnd, rowOf, rowStart } from "./rows.ts";

/** Reading a row that must be looked for costs about as much as passing by this many. */
const LOOKUP_COST = 16;

/** Does something for each row of what matched that has values. */
function eachRow({ rows }: Column, { bits, count, slots }: Matched<Indexed>, use: (row: number) => void): void {
  if (!rows.slots || count * LOOKUP_COST < rows.slots.length) {
    let row = 0;
    for (const slot of slots()) {
      const found = rowOf(rows, slot, row);
      if (found >= 0) use((row = found));
    }
    return;
  }
  for (let row = 0; row < rows.slots.length; row++) if (hasBit(bits, rows.slots[row]!)) use(row);
}

/** Does something for each code of what matched. */
function eachCode(column: Column, matched: Matched<Indexed>, use: (code: number) => void): void {
  const { rows } = column;
  const { codes, none } = rows;
  if (!rows.slots && !rows.starts) {
    const slots = matched.slots();
    for (let i = 0; i < slots.length; i++) {
      const code = codes[slots[i]!]!;
      if (code !== none) use(code);
    }
    return;
  }
  eachRow(column, matched, (row) => {
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) use(codes[i]!);
  });
}

/** How many of what matched have each code of a column: of few values, by their maps; else slot by slot. */
function countCodes({ dictionary, postings, rows }: Column, matched: Matched<Indexed>): Uint32Array {
  const counts = new Uint32Array(sizeOf(dictionary) + 1);
  if (counts.length * postings.width < matched.count) {
    for (let code = 0; code < counts.length - 1; code++) counts[code] = countWithin(postings, code, matched.bits);
  } else if (!rows.slots && !rows.starts) {
    // Slots without a value are counted too, in the place beyond the last.
    const { codes, none } = rows;
    const slots = matched.slots();
    for (let i = 0; i < slots.length; i++) counts[codes[slots[i]!]!]!++;
    counts[none] = 0;
  } else {
    eachCode({ dictionary, postings, rows }, matched, (code) => counts[code]!++);
  }
  return counts;
}

/** Adds to `totals` how many of the slots have each value; a value that none of them has is never mentioned. */
export function addCounts(totals: Map<Value, number>, column: Column, matched: Matched<Indexed>): void {
  const counts = countCodes(column, matched);
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    const value = valueAt(column.dictionary, code);
    totals.set(value, (totals.get(value) ?? 0) + counts[code]!);
  }
}

/** How many values what matched has, each once a slot. */
export function countValues(column: Column, matched: Matched<Indexed>): number {
  let count = 0;
  eachCode(column, matched, () => count++);
  return count;
}

/** An extent that the numbers of what matched are added to: codes are in the order of values, numbers first. */
export function addExtent(extent: Extent, column: Column, matched: Matched<Indexed>): Extent {
  const { numbers } = column.dictionary;
  let [least, most] = [numbers.length, -1];
  eachCode(column, matched, (code) => {
    if (code >= numbers.length) return;
    if (code < least) least = code;
    if (code > most) most = code;
  });
  if (most < 0) return extent;
  return {
    min: Math.min(extent.min ?? Infinity, numbers[least]!),
    max: Math.max(extent.max ?? -Infinity, numbers[most]!),
  };
}

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
  const step = stepsOf(edges, dictionary, matched.count);
  if (!rows.starts) {
    eachCode(column, matched, (code) => {
      const only = step(code);
      if (only >= 0) counts[only]!++;
    });
    return;
  }
  const counted = new Set<number>();
  eachRow(column, matched, (row) => {
    counted.clear();
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) counted.add(step(rows.codes[i]!));
    for (const one of counted) if (one >= 0) counts[one]!++;
  });
}
