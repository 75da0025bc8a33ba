import { accepts } from "../../automaton.ts";
import type { BoundQuery, PatternTarget, RegexpTarget, WeightedKey } from "../../bound.ts";
import { isPrefix, literalPrefix, matcherOf } from "../../pattern.ts";
import type { Pattern } from "../../query.ts";
import { regexpPrefix } from "../../regexp-text.ts";
import type { Value } from "../../values.ts";
import { common, countBits, eachSlot, emptyBits, setBit, type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
import { eachHolding } from "./holding.ts";
import { checkpoint } from "./interrupt.ts";
import { codeOf, codesFrom, codesWithin, valueAt, type Codes } from "./dictionary.ts";
import { slotsWithSome } from "./fuzzy.ts";
import { bestOf, type Matches } from "./matches.ts";
import { slotsWithNear } from "./near.ts";
import { addPostings, countPostings } from "./postings.ts";
import { rowCount, rowEnd, rowOf, rowStart, slotOfRow } from "./rows.ts";
import type { Indexed } from "./segment.ts";
import { slotsWithWords } from "./words.ts";

type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, { kind: K }>;

const none = (domain: Bits): Bits => emptyBits(domain.length * 32);

/** Slots with any of these values, whole. */
export function withTerms({ views }: Indexed, key: string, values: readonly Value[], domain: Bits): Bits {
  const bits = none(domain);
  const column = views.exact.get(key);
  for (const value of column ? values : []) {
    const code = codeOf(column!.dictionary, value);
    if (code !== undefined) addPostings(bits, column!.postings, code, code + 1, domain);
  }
  return bits;
}

/** Reading a slot's row costs about as much as passing by this many postings. */
const ROW_COST = 8;

/** Slots with a code from `low` up to `high`: from the codes' postings, or where those are more, from the domain's rows. */
function withCodes({ postings, rows }: Column, { low, high }: Codes, domain: Bits): Bits {
  const bits = none(domain);
  if (countBits(domain) * ROW_COST >= countPostings(postings, low, high)) {
    addPostings(bits, postings, low, high, domain);
    return bits;
  }
  let from = 0;
  eachSlot(domain, (slot) => {
    const row = rowOf(rows, slot, from);
    if (row < 0) return;
    from = row;
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) {
      const code = rows.codes[i]!;
      if (code >= low && code < high) setBit(bits, slot);
    }
  });
  return bits;
}

/** Slots with a value whose code is one of these, and whose text passes the test; all that do have `part` in them. */
function withTexts(
  { dictionary, postings }: Column,
  codes: Codes,
  domain: Bits,
  test: (text: string) => boolean,
  part = "",
): Bits {
  const bits = none(domain);
  const look = (code: number): void => {
    checkpoint();
    if (test(String(valueAt(dictionary, code)))) addPostings(bits, postings, code, code + 1, domain);
  };
  if (part !== "") eachHolding(dictionary, part, codes, look);
  else for (let code = codes.low; code < codes.high; code++) look(code);
  return bits;
}

export function withinRange({ views }: Indexed, { key, numbers, bounds }: Leaf<"range">, domain: Bits): Bits {
  const column = (numbers ? views.numbers : views.exact).get(key);
  return column ? withCodes(column, codesWithin(column.dictionary, bounds), domain) : none(domain);
}

export function existing({ views }: Indexed, key: string, domain: Bits): Bits {
  const bits = none(domain);
  const rows = views.exact.get(key)?.rows;
  for (let row = 0, count = rows ? rowCount(rows) : 0; row < count; row++) {
    if (rowStart(rows!, row) < rowEnd(rows!, row)) setBit(bits, slotOfRow(rows!, row));
  }
  return common(bits, domain);
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

type TextTest = Pick<PatternTarget, "key" | "on" | "weight"> & {
  /** What every match starts with, what it has in it, and what else it must be. */
  readonly prefix: string;
  readonly part?: string;
  readonly test: ((text: string) => boolean) | undefined;
};

function matchingText({ views }: Indexed, tests: readonly TextTest[], domain: Bits): Matches {
  const places = tests.flatMap(({ key, on, weight, prefix, part, test }) => {
    const column = views[on].get(key);
    if (!column) return [];
    const codes = codesFrom(column.dictionary, prefix);
    return [{ weight, bits: test ? withTexts(column, codes, domain, test, part) : withCodes(column, codes, domain) }];
  });
  return bestOf(places, none(domain));
}

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
    targets.map((to) => ({ ...to, prefix: regexpPrefix(to.regexp), test: (text) => accepts(to.automaton, text) })),
    domain,
  );

/** The best of the fields whose words pass. */
function inWords({ views }: Indexed, fields: readonly WeightedKey[], pass: (column: Column) => Bits, domain: Bits) {
  const places = fields.flatMap(({ key, weight }) => {
    const column = views.words.get(key);
    return column ? [{ weight, bits: pass(column) }] : [];
  });
  return bestOf(places, none(domain));
}

export const withWords = (index: Indexed, { fields, words, mode }: Leaf<"words">, domain: Bits): Matches =>
  inWords(index, fields, (column) => slotsWithWords(column, words, mode, domain), domain);

export const withNear = (index: Indexed, near: Leaf<"near">, domain: Bits): Matches =>
  inWords(index, near.fields, (column) => slotsWithNear(column, near, domain), domain);

export const withSome = (index: Indexed, { targets }: Leaf<"some">, domain: Bits): Matches =>
  bestOf(
    targets.map((target) => ({ weight: target.weight, bits: slotsWithSome(index, target, domain) })),
    none(domain),
  );
