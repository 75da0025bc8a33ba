import type { Dictionary } from "./dictionary.ts";
import { sizeOf } from "./dictionary.ts";
import { compareBytes } from "./ordered-text.ts";

/** A dictionary to be united with others: the codes that are still used, and in `recoded` what they become. */
export type Source = { readonly dictionary: Dictionary; readonly used: Uint8Array; readonly recoded: Uint32Array };

/** Some of a dictionary's codes, numbers or texts. `key`: the number at hand, or as a number the first bytes of the text. */
type Cursor = Source & { at: number; readonly end: number; key: number };

/** Bytes that a number holds exactly: 2^48. */
const LEADING = 6;

/** Text i of a dictionary by its first bytes, as a number: where two differ, the texts stand in the order of them. */
function leadingBytes({ starts, bytes }: Dictionary, i: number): number {
  const [start, end] = [starts[i]!, starts[i + 1]!];
  let key = 0;
  for (let at = start; at < start + LEADING; at++) key = key * 256 + (at < end ? bytes[at]! : 0);
  return key;
}

/** Moves on to the next code that is used. */
function settle(cursor: Cursor): boolean {
  const { used, end, dictionary } = cursor;
  const { numbers } = dictionary;
  while (cursor.at < end && used[cursor.at] === 0) cursor.at++;
  if (cursor.at === end) return false;
  cursor.key = cursor.at < numbers.length ? numbers[cursor.at]! : leadingBytes(dictionary, cursor.at - numbers.length);
  return true;
}

/** The order of the values at hand; both are numbers, or both are texts. */
function compare(a: Cursor, b: Cursor): number {
  const [x, y] = [a.at - a.dictionary.numbers.length, b.at - b.dictionary.numbers.length];
  if (a.key !== b.key || x < 0) return a.key - b.key;
  const { starts: xs, bytes } = a.dictionary;
  const { starts: ys, bytes: others } = b.dictionary;
  return compareBytes(bytes, xs[x]!, xs[x + 1]!, others, ys[y]!, ys[y + 1]!);
}

/** Puts those whose value comes first at the beginning of `alike`; returns how many. */
function firstOf(open: readonly Cursor[], alike: Cursor[]): number {
  let count = 0;
  for (const cursor of open) {
    const order = count === 0 ? 0 : compare(cursor, alike[0]!);
    if (order < 0) count = 0;
    if (order <= 0) alike[count++] = cursor;
  }
  return count;
}

/** Takes the values of all cursors in order, equal ones together: `take` gets one of each, and they are recoded in turn. */
function unite(cursors: Cursor[], first: number, take: (of: Cursor) => void): number {
  let code = first;
  let open = cursors.filter(settle);
  const alike = [...open];
  for (; open.length > 0; code++) {
    const count = firstOf(open, alike);
    take(alike[0]!);
    let ended = false;
    for (let i = 0; i < count; i++) {
      const cursor = alike[i]!;
      cursor.recoded[cursor.at++] = code;
      ended = !settle(cursor) || ended;
    }
    if (ended) open = open.filter(({ at, end }) => at < end);
  }
  return code;
}

/** One dictionary of all values in use. */
export function unitedDictionary(sources: readonly Source[]): Dictionary {
  const numbers: number[] = [];
  const numeric = sources.map((source): Cursor => ({
    ...source,
    at: 0,
    end: source.dictionary.numbers.length,
    key: 0,
  }));
  const first = unite(numeric, 0, ({ key }) => numbers.push(key));
  const most = sources.reduce((sum, { dictionary }) => sum + dictionary.bytes.length, 0);
  const count = sources.reduce((sum, { dictionary }) => sum + dictionary.starts.length - 1, 0);
  const bytes = Buffer.allocUnsafe(most);
  const starts = new Uint32Array(count + 1);
  let [texts, end] = [0, 0];
  const textual = sources.map((source): Cursor => ({
    ...source,
    at: source.dictionary.numbers.length,
    end: sizeOf(source.dictionary),
    key: 0,
  }));
  unite(textual, first, ({ dictionary, at }) => {
    const text = at - dictionary.numbers.length;
    // Byte by byte: most are short, and a call to copy each takes longer.
    for (let i = dictionary.starts[text]!, last = dictionary.starts[text + 1]!; i < last; i++)
      bytes[end++] = dictionary.bytes[i]!;
    starts[++texts] = end;
  });
  return { numbers: Float64Array.from(numbers), starts: starts.slice(0, texts + 1), bytes: bytes.subarray(0, end) };
}
