import type { Value } from "../../../values.ts";
import type { Column } from "../columns/column.ts";
import { sizeOf, valueAt } from "../columns/dictionary.ts";
import { eachCode } from "./each-code.ts";
import { isNearlyAll, type Chosen, type Matched } from "../matching/matched.ts";
import { countAll, countPostings, countWithin } from "../columns/postings.ts";
import type { Indexed } from "../segments/segment.ts";

/** How many of what matched have each code of a column: of few values, by their maps; else slot by slot. */
function countEach({ dictionary, postings, rows }: Column, matched: Matched<Indexed>): Uint32Array {
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

/** Where nearly all matched: how many have each code, less those of the rest. */
function countCodes(column: Column, matched: Matched<Indexed>): Uint32Array {
  if (!isNearlyAll(matched)) return countEach(column, matched);
  const counts = countAll(column.postings, sizeOf(column.dictionary));
  eachCode(column, matched.others(), (code) => counts[code]!--);
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

/** How many values some slots have, each once a slot. */
function countIn(column: Column, slots: Chosen): number {
  let count = 0;
  eachCode(column, slots, () => count++);
  return count;
}

/** How many values what matched has, each once a slot. */
export const countValues = (column: Column, matched: Matched<Indexed>): number =>
  isNearlyAll(matched)
    ? countPostings(column.postings, 0, sizeOf(column.dictionary)) - countIn(column, matched.others())
    : countIn(column, matched);
