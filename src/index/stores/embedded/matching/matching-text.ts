import { accepts } from "../../../automaton.ts";
import type { PatternTarget, RegexpTarget } from "../../../bound.ts";
import { isPrefix, literalPrefix, matcherOf } from "../../../pattern.ts";
import type { Pattern } from "../../../query.ts";
import { regexpPrefix } from "../../../regexp-text.ts";
import { countBits, emptyWithin, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codesFrom, valueAt, type Codes } from "../columns/dictionary.ts";
import { eachHolding } from "../columns/holding.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { bestOf, type Matches } from "../sets/matches.ts";
import { matchingCodes } from "./matching-codes.ts";
import { addPostings } from "../columns/postings.ts";
import type { Indexed } from "../segments/segment.ts";
import { inRows, withCodes } from "./with-codes.ts";

/** What a value is to be: `prefix` stands at the beginning of every match, `part` somewhere in it; without a test that is all. */
type TextTest = Pick<PatternTarget, "key" | "on" | "weight"> & {
  readonly prefix: string;
  readonly part: string;
  readonly test: Test | undefined;
  readonly pattern?: Pattern;
};

type Test = (text: string) => boolean;

/** Each code of a value that passes: found where the domain is large, by what every match has in it. */
function codesPassing({ dictionary }: Column, codes: Codes, part: string, test: Test): Codes[] {
  const passing: Codes[] = [];
  const look = (code: number): void => {
    checkpoint();
    if (test(String(valueAt(dictionary, code)))) passing.push({ low: code, high: code + 1 });
  };
  if (part !== "") eachHolding(dictionary, part, codes, look);
  else for (let code = codes.low; code < codes.high; code++) look(code);
  return passing;
}

/** Slots with a value that passes: of a small domain its values are looked at, of a large one those that there are. Undefined: none. */
function withTexts(column: Column, { prefix, part, test, pattern }: TextTest, domain: Bits): Bits | undefined {
  const { dictionary, postings } = column;
  const codes = codesFrom(dictionary, prefix);
  if (codes.low === codes.high) return undefined;
  if (!test) return withCodes(column, codes, domain);
  const ranges = pattern && matchingCodes(dictionary, pattern, test);
  if (!ranges && countBits(domain) < codes.high - codes.low)
    return inRows(column, codes, domain, (code) => test(String(valueAt(dictionary, code))));
  const bits = emptyWithin(domain);
  for (const { low, high } of ranges ?? codesPassing(column, codes, part, test))
    addPostings(bits, postings, low, high, domain);
  return bits;
}

function matchingText({ views }: Indexed, tests: readonly TextTest[], domain: Bits): Matches {
  const places = tests.flatMap((test) => {
    const column = views[test.on].get(test.key);
    const bits = column && withTexts(column, test, domain);
    return bits ? [{ weight: test.weight, bits }] : [];
  });
  return bestOf(places, domain);
}

/** Half of a character beyond U+FFFF: matched with its other half or not at all. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/** A test of the values that start as the pattern does; none where that is all it asks. */
const patternTest = (pattern: Pattern): ((text: string) => boolean) | undefined =>
  isPrefix(pattern) && !HALF_AT_END.test(literalPrefix(pattern)) ? undefined : matcherOf(pattern);

/** The longest text that every match of a pattern has in it. */
const longestIn = (pattern: Pattern): string =>
  pattern.reduce(
    (longest, part) => (typeof part === "object" && part.text.length > longest.length ? part.text : longest),
    "",
  );

export const matchingPattern = (index: Indexed, targets: readonly PatternTarget[], domain: Bits): Matches =>
  matchingText(
    index,
    targets.map((to) => ({
      ...to,
      prefix: literalPrefix(to.pattern),
      part: longestIn(to.pattern),
      test: patternTest(to.pattern),
    })),
    domain,
  );

export const matchingRegexp = (index: Indexed, targets: readonly RegexpTarget[], domain: Bits): Matches =>
  matchingText(
    index,
    targets.map((to) => ({
      ...to,
      prefix: regexpPrefix(to.regexp),
      part: "",
      test: (text) => accepts(to.automaton, text),
    })),
    domain,
  );
