import type { Codes, Dictionary } from "./dictionary.ts";
import { bytesOf } from "./ordered-text.ts";

/**
 * Does something for each code of some that stands for a text with this part in it, ascending. The bytes of all texts are
 * searched at once: that is far faster than text by text, for most have it nowhere.
 */
export function eachHolding(
  { numbers, starts, bytes }: Dictionary,
  part: string,
  { low, high }: Codes,
  use: (code: number) => void,
): void {
  const wanted = bytesOf(part);
  const last = high - numbers.length;
  let text = low - numbers.length;
  let at = bytes.indexOf(wanted, starts[text]);
  while (at >= 0 && at < starts[last]!) {
    text = textWith(starts, at, text, last);
    const inside = at + wanted.length <= starts[text + 1]!;
    if (inside) use(text + numbers.length);
    // What begins in one text and ends in the next is in neither.
    at = bytes.indexOf(wanted, inside ? starts[text + 1] : at + 1);
  }
}

/** The text that a byte is of, at or beyond the text `from`: looked for in steps that double, then by halving. */
function textWith(starts: Uint32Array, at: number, from: number, last: number): number {
  let step = 1;
  while (from + step < last && starts[from + step]! <= at) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step, last);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
