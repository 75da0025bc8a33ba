import type { Dictionary } from "./dictionary.ts";
import { sizeOf } from "./dictionary.ts";
import { compareBytes } from "./ordered-text.ts";

/** A dictionary to be united with others: the codes that are still used, and in `recoded` what they become. */
export type Source = { readonly dictionary: Dictionary; readonly used: Uint8Array; readonly recoded: Uint32Array };

/** Some of a dictionary's codes, numbers or texts, from the one at hand on. */
type Cursor = Source & { at: number; readonly end: number };

/** Bytes that a number holds exactly: 2^48. */
const LEADING = 6;

/** Nothing is at hand any more. All numbers are finite. */
const ENDED = Infinity;

/** Text i of a dictionary by some bytes, as a number: where two differ, the texts stand in the order of them. */
function bytesAsNumber({ starts, bytes }: Dictionary, i: number, from: number): number {
  const [start, end] = [starts[i]! + from, starts[i + 1]!];
  let key = 0;
  for (let at = start; at < start + LEADING; at++) key = key * 256 + (at < end ? bytes[at]! : 0);
  return key;
}

/** How many bytes all texts begin with alike: as many as the first and the last of each dictionary do, for they stand in order. */
function sharedBytes(dictionaries: readonly Dictionary[]): number {
  const ends = dictionaries.flatMap(({ starts, bytes }) =>
    starts.length < 2 ? [] : [bytes.subarray(0, starts[1]), bytes.subarray(starts.at(-2), starts.at(-1))],
  );
  const [first = Buffer.alloc(0)] = ends;
  let shared = 0;
  while (shared < first.length && ends.every((text) => text[shared] === first[shared])) shared++;
  return shared;
}

/** The key of what is at hand once the codes that nobody uses are passed over: the number, or as a number some bytes of the text. */
function settled(cursor: Cursor, shared: number): number {
  const { used, end, dictionary } = cursor;
  const { numbers } = dictionary;
  while (cursor.at < end && used[cursor.at] === 0) cursor.at++;
  if (cursor.at === end) return ENDED;
  return cursor.at < numbers.length
    ? numbers[cursor.at]!
    : bytesAsNumber(dictionary, cursor.at - numbers.length, shared);
}

/** The order of the values at hand, whose keys are equal; both are numbers, or both are texts. */
function compare(a: Cursor, b: Cursor, shared: number): number {
  const [x, y] = [a.at - a.dictionary.numbers.length, b.at - b.dictionary.numbers.length];
  if (x < 0) return 0;
  const { starts: xs, bytes } = a.dictionary;
  const { starts: ys, bytes: others } = b.dictionary;
  return compareBytes(bytes, xs[x]! + shared, xs[x + 1]!, others, ys[y]! + shared, ys[y + 1]!);
}

/** Puts the places of those whose value comes first at the beginning of `alike`; returns how many: none when all have ended. */
function firstOf(cursors: readonly Cursor[], keys: Float64Array, shared: number, alike: Uint32Array): number {
  let least = ENDED;
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key > least || key === ENDED) continue;
    const order = key < least ? -1 : compare(cursors[i]!, cursors[alike[0]!]!, shared);
    if (order < 0) count = 0;
    if (order <= 0) alike[count++] = i;
    least = key;
  }
  return count;
}

/** Takes the values of all cursors in order, equal ones together: `take` gets one of each, and they are recoded in turn. */
function unite(cursors: readonly Cursor[], first: number, shared: number, take: (of: Cursor) => void): number {
  const keys = Float64Array.from(cursors, (cursor) => settled(cursor, shared));
  const alike = new Uint32Array(cursors.length);
  for (let code = first; ; code++) {
    const count = firstOf(cursors, keys, shared, alike);
    if (count === 0) return code;
    take(cursors[alike[0]!]!);
    for (let i = 0; i < count; i++) {
      const cursor = cursors[alike[i]!]!;
      cursor.recoded[cursor.at++] = code;
      keys[alike[i]!] = settled(cursor, shared);
    }
  }
}

/** The codes of each source between two that belong to it. */
const cursorsOf = (
  sources: readonly Source[],
  between: (dictionary: Dictionary) => readonly [number, number],
): Cursor[] =>
  sources.map((source) => {
    const [at, end] = between(source.dictionary);
    return { ...source, at, end };
  });

/** One dictionary of all values in use. */
export function unitedDictionary(sources: readonly Source[]): Dictionary {
  const dictionaries = sources.map(({ dictionary }) => dictionary);
  const numbers: number[] = [];
  const numeric = cursorsOf(sources, ({ numbers: { length } }) => [0, length]);
  const first = unite(numeric, 0, 0, ({ at, dictionary }) => numbers.push(dictionary.numbers[at]!));
  const most = dictionaries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const count = dictionaries.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  const bytes = Buffer.allocUnsafe(most);
  const starts = new Uint32Array(count + 1);
  let [texts, end] = [0, 0];
  const textual = cursorsOf(sources, (dictionary) => [dictionary.numbers.length, sizeOf(dictionary)]);
  unite(textual, first, sharedBytes(dictionaries), ({ dictionary, at }) => {
    const text = at - dictionary.numbers.length;
    // Byte by byte: most are short, and a call to copy each takes longer.
    for (let i = dictionary.starts[text]!, last = dictionary.starts[text + 1]!; i < last; i++)
      bytes[end++] = dictionary.bytes[i]!;
    starts[++texts] = end;
  });
  return { numbers: Float64Array.from(numbers), starts: starts.slice(0, texts + 1), bytes: bytes.subarray(0, end) };
}
