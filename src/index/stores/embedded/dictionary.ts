import { compareValues } from "../../match.ts";
import type { Bounds } from "../../query.ts";
import type { Value } from "../../values.ts";
import { codeTable, type CodeTable } from "./code-table.ts";
import { leading } from "./leading.ts";

/**
 * Values and their codes: 0, 1, 2 … in the order they came. **Invariants:** a value has one code, for good; `sorted` holds
 * the codes of the first `sorted.length` values in the order of the values, and `ranks` is its inverse, so that comparing
 * two ranks is comparing two values. Both are brought up to date by `sortDictionary`, and only there.
 */
export type Dictionary = CodeTable & { sorted: Uint32Array; ranks: Uint32Array };

const NONE = new Uint32Array(0);

export const dictionary = (): Dictionary => ({ ...codeTable(), sorted: NONE, ranks: NONE });

/** The first place in `sorted` whose value does not satisfy `before`, which must hold for a beginning of the order only. */
function firstPlace({ values, sorted }: Dictionary, before: (value: Value) => boolean, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(values[sorted[middle]!]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More new values than this share of the order, and placing them one by one costs more than sorting all anew. */
const MANY = 1 / 8;

/** The codes from this one on, in the order of their values. */
function sortFrom({ values }: Dictionary, known: number): number[] {
  const keys = Float64Array.from({ length: values.length - known }, (_, i) => leading(values[known + i]!));
  const codes = Array.from(keys, (_, i) => known + i);
  return codes.toSorted((a, b) => keys[a - known]! - keys[b - known]! || compareValues(values[a]!, values[b]!));
}

/** Takes new values into the order: they are sorted alone, then placed by halving, so a few cost little in a large order. */
export function sortDictionary(dictionary: Dictionary): void {
  const { values } = dictionary;
  if (dictionary.sorted.length === values.length) return;
  if (values.length - dictionary.sorted.length > dictionary.sorted.length * MANY) dictionary.sorted = NONE;
  const { sorted } = dictionary;
  const fresh = sortFrom(dictionary, sorted.length);
  const merged = new Uint32Array(values.length);
  let from = 0;
  for (const [i, code] of fresh.entries()) {
    const to = firstPlace(dictionary, (value) => compareValues(value, values[code]!) < 0, from);
    merged.set(sorted.subarray(from, to), from + i);
    merged[to + i] = code;
    from = to;
  }
  merged.set(sorted.subarray(from), from + fresh.length);
  dictionary.sorted = merged;
  dictionary.ranks = new Uint32Array(values.length);
  for (let rank = 0; rank < merged.length; rank++) dictionary.ranks[merged[rank]!] = rank;
}

/** Ranks from `low` up to, not including, `high`. */
export type Ranks = { readonly low: number; readonly high: number };

/** The ranks of the values within bounds. */
export function ranksWithin(dictionary: Dictionary, { gt, gte, lt, lte }: Bounds<Value>): Ranks {
  sortDictionary(dictionary);
  const below = (bound: Value | undefined, fallback: number): number =>
    bound === undefined ? fallback : firstPlace(dictionary, (value) => compareValues(value, bound) < 0);
  const upTo = (bound: Value | undefined, fallback: number): number =>
    bound === undefined ? fallback : firstPlace(dictionary, (value) => compareValues(value, bound) <= 0);
  const end = dictionary.values.length;
  const low = Math.max(below(gte, 0), upTo(gt, 0));
  return { low, high: Math.max(low, Math.min(below(lt, end), upTo(lte, end))) };
}

/** The ranks of the texts that start with these code units: side by side, for text is ordered unit by unit. */
export function ranksFrom(dictionary: Dictionary, prefix: string): Ranks {
  sortDictionary(dictionary);
  const low = firstPlace(dictionary, (value) => compareValues(value, prefix) < 0);
  return { low, high: firstPlace(dictionary, (value) => String(value).startsWith(prefix), low) };
}
