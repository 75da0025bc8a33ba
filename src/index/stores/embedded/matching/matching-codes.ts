import type { Pattern } from "../../../query.ts";
import { codeOf, codesFrom, valueAt, type Codes, type Dictionary } from "../columns/dictionary.ts";
import { checkpoint } from "../threads/interrupt.ts";

/** Fewer texts than this are tested one by one: that costs less than to look for where the next ones begin. */
const FEW = 32;

/** Whether a pattern is texts and single signs, with nothing or anything behind them. */
const isStraight = (pattern: Pattern): boolean =>
  pattern.every((part, i) => (part === "*" ? i === pattern.length - 1 : part === "?" || part.text.isWellFormed()));

/**
 * The codes that match a pattern without a star in its middle, as ranges, ascending; undefined for other patterns. Texts
 * stand in order, so those with one sign in a place stand together: one range for each such sign, found by halving. `test`
 * says whether a text matches.
 */
export function matchingCodes(
  dictionary: Dictionary,
  pattern: Pattern,
  test: (text: string) => boolean,
): readonly Codes[] | undefined {
  if (!isStraight(pattern)) return undefined;
  const ranges: Codes[] = [];

  /** The texts that begin so and go on as the parts from `at` on. */
  function look(beginning: string, at: number): void {
    checkpoint();
    const part = pattern[at];
    if (typeof part === "object") return look(beginning + part.text, at + 1);
    const codes = codesFrom(dictionary, beginning);
    if (part === "*") ranges.push(codes);
    else if (part === undefined) {
      const code = codeOf(dictionary, beginning);
      if (code !== undefined) ranges.push({ low: code, high: code + 1 });
    } else if (codes.high - codes.low < FEW) testEach(codes);
    else lookBehindSigns(beginning, at + 1, codes);
  }

  function lookBehindSigns(beginning: string, at: number, { low, high }: Codes): void {
    // One that ends here has no sign; it stands first.
    let code = low + Number(valueAt(dictionary, low) === beginning);
    while (code < high) {
      const sign = String(valueAt(dictionary, code)).codePointAt(beginning.length)!;
      const next = beginning + String.fromCodePoint(sign);
      const alike = codesFrom(dictionary, next);
      // Half of a character stands together with whole ones.
      if (next.isWellFormed()) look(next, at);
      else testEach(alike);
      code = alike.high;
    }
  }

  function testEach({ low, high }: Codes): void {
    for (let code = low; code < high; code++)
      if (test(String(valueAt(dictionary, code)))) ranges.push({ low: code, high: code + 1 });
  }

  look("", 0);
  return ranges;
}
