import type { Bounds } from "../../../query.ts";
import type { Value } from "../../../values.ts";
import { bytesOf, compareBytes, joined, textAt } from "./ordered-text.ts";

/**
 * The values of a column, in order, each once: its code is its place. **Invariant:** numbers come first, then texts (see
 * `compareValues`), so that comparing two codes is comparing two values. Text i is `bytes[starts[i]]` up to the next start.
 */
export type Dictionary = { readonly numbers: Float64Array; readonly starts: Uint32Array; readonly bytes: Buffer };

/** A dictionary of values that stand in order. */
export function dictionaryOf(values: readonly Value[]): Dictionary {
  const first = values.findIndex((value) => typeof value === "string");
  const texts = first < 0 ? [] : (values.slice(first) as string[]);
  const numbers = (first < 0 ? values : values.slice(0, first)) as number[];
  return { numbers: Float64Array.from(numbers), ...joined(texts) };
}

export const sizeOf = ({ numbers, starts }: Dictionary): number => numbers.length + starts.length - 1;

export function valueAt({ numbers, starts, bytes }: Dictionary, code: number): Value {
  const text = code - numbers.length;
  return text < 0 ? numbers[code]! : textAt(bytes, starts[text]!, starts[text + 1]!);
}

function firstNumber(numbers: Float64Array, bound: number, orAbove: boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = numbers[middle]!;
    if (value < bound || (orAbove && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstText({ numbers, starts, bytes }: Dictionary, bound: Buffer, orAbove: boolean): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(bytes, starts[middle]!, starts[middle + 1]!, bound, 0, bound.length);
    if (order < 0 || (orAbove && order === 0)) low = middle + 1;
    else high = middle;
  }
  return numbers.length + low;
}

/** The first code whose value is not below a bound; with `orAbove`, that is above it. */
const firstFrom = (dictionary: Dictionary, bound: Value, orAbove = false): number =>
  typeof bound === "number"
    ? firstNumber(dictionary.numbers, bound, orAbove)
    : firstText(dictionary, bytesOf(bound), orAbove);

/** Whether a code stands for a text with just these bytes. */
function isText({ numbers, starts, bytes }: Dictionary, code: number, text: Buffer): boolean {
  const at = code - numbers.length;
  if (at + 1 >= starts.length) return false;
  return compareBytes(bytes, starts[at]!, starts[at + 1]!, text, 0, text.length) === 0;
}

/** The code of a value; undefined when it has none. */
export function codeOf(dictionary: Dictionary, value: Value): number | undefined {
  if (typeof value === "number") {
    const code = firstNumber(dictionary.numbers, value, false);
    return dictionary.numbers[code] === value ? code : undefined;
  }
  const text = bytesOf(value);
  const code = firstText(dictionary, text, false);
  return isText(dictionary, code, text) ? code : undefined;
}

/** Codes from `low` up to, not including, `high`. */
export type Codes = { readonly low: number; readonly high: number };

/** The codes of the values within bounds. */
export function codesWithin(dictionary: Dictionary, { gt, gte, lt, lte }: Bounds<Value>): Codes {
  const end = sizeOf(dictionary);
  const from = (bound: Value | undefined, orAbove: boolean, otherwise: number): number =>
    bound === undefined ? otherwise : firstFrom(dictionary, bound, orAbove);
  const low = Math.max(from(gte, false, 0), from(gt, true, 0));
  return { low, high: Math.max(low, Math.min(from(lt, false, end), from(lte, true, end))) };
}

/** The codes of the texts that start with these code units: side by side, for text is ordered unit by unit. */
export function codesFrom(dictionary: Dictionary, prefix: string): Codes {
  const { numbers, starts, bytes } = dictionary;
  const beginning = bytesOf(prefix);
  const low = firstText(dictionary, beginning, false);
  let [from, to] = [low - numbers.length, starts.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const end = Math.min(starts[middle + 1]!, starts[middle]! + beginning.length);
    if (compareBytes(bytes, starts[middle]!, end, beginning, 0, beginning.length) === 0) from = middle + 1;
    else to = middle;
  }
  return { low, high: numbers.length + from };
}
