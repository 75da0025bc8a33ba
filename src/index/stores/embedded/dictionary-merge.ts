import type { Dictionary } from "./dictionary.ts";
import { sizeOf } from "./dictionary.ts";
import { compareBytes } from "./ordered-text.ts";

/** A dictionary to be united with others: the codes that are still used, and in `recoded` what they become. */
export type Source = { readonly dictionary: Dictionary; readonly used: Uint8Array; readonly recoded: Uint32Array };

type Cursor = Source & { at: number; readonly end: number };

/** Moves on to the next code that is used. */
function settle(cursor: Cursor): boolean {
  while (cursor.at < cursor.end && cursor.used[cursor.at] === 0) cursor.at++;
  return cursor.at < cursor.end;
}

const compareNumbers = (a: Cursor, b: Cursor): number => a.dictionary.numbers[a.at]! - b.dictionary.numbers[b.at]!;

function compareTexts(a: Cursor, b: Cursor): number {
  const [x, y] = [a.at - a.dictionary.numbers.length, b.at - b.dictionary.numbers.length];
  const { starts: xs, bytes } = a.dictionary;
  const { starts: ys, bytes: others } = b.dictionary;
  return compareBytes(bytes, xs[x]!, xs[x + 1]!, others, ys[y]!, ys[y + 1]!);
}

/** Takes the values of all cursors in order, equal ones together: `take` gets one of each, and they are recoded in turn. */
function unite(cursors: Cursor[], first: number, compare: typeof compareTexts, take: (of: Cursor) => void): number {
  let code = first;
  let open = cursors.filter(settle);
  while (open.length > 0) {
    let least = open[0]!;
    for (let i = 1; i < open.length; i++) if (compare(open[i]!, least) < 0) least = open[i]!;
    take(least);
    let ended = false;
    for (const cursor of open) {
      if (cursor === least || compare(cursor, least) !== 0) continue;
      cursor.recoded[cursor.at++] = code;
      ended = !settle(cursor) || ended;
    }
    least.recoded[least.at++] = code++;
    if (!settle(least) || ended) open = open.filter(({ at, end }) => at < end);
  }
  return code;
}

/** One dictionary of all values in use. */
export function unitedDictionary(sources: readonly Source[]): Dictionary {
  const numbers: number[] = [];
  const numeric = sources.map((source): Cursor => ({ ...source, at: 0, end: source.dictionary.numbers.length }));
  const first = unite(numeric, 0, compareNumbers, ({ dictionary, at }) => numbers.push(dictionary.numbers[at]!));
  const most = sources.reduce((sum, { dictionary }) => sum + dictionary.bytes.length, 0);
  const count = sources.reduce((sum, { dictionary }) => sum + dictionary.starts.length - 1, 0);
  const bytes = Buffer.allocUnsafe(most);
  const starts = new Uint32Array(count + 1);
  let [texts, end] = [0, 0];
  const textual = sources.map((source): Cursor => ({
    ...source,
    at: source.dictionary.numbers.length,
    end: sizeOf(source.dictionary),
  }));
  unite(textual, first, compareTexts, ({ dictionary, at }) => {
    const text = at - dictionary.numbers.length;
    end += dictionary.bytes.copy(bytes, end, dictionary.starts[text], dictionary.starts[text + 1]);
    starts[++texts] = end;
  });
  return { numbers: Float64Array.from(numbers), starts: starts.slice(0, texts + 1), bytes: bytes.subarray(0, end) };
}
