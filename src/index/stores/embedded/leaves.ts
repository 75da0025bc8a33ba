import { accepts } from "../../automaton.ts";
import type { BoundQuery, PatternTarget, RegexpTarget, WeightedKey } from "../../bound.ts";
import { isPrefix, literalPrefix, matcherOf } from "../../pattern.ts";
import type { Pattern } from "../../query.ts";
import { regexpPrefix } from "../../regexp-text.ts";
import type { Value } from "../../values.ts";
import { emptyBits, hasBit, setBit, type Bits } from "./bitset.ts";
import { codeOf } from "./code-table.ts";
import type { Column } from "./column.ts";
import { checkpoint } from "./interrupt.ts";
import { listed } from "./growable.ts";
import { ranksFrom, ranksWithin, type Ranks } from "./dictionary.ts";
import { slotsWithSome } from "./fuzzy.ts";
import { bestOf, type Matches } from "./matches.ts";
import { slotsWithNear } from "./near.ts";
import { addPostings } from "./postings.ts";
import type { TypeIndex } from "./type-index.ts";
import { slotsWithWords } from "./words.ts";

type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, { kind: K }>;

const none = (domain: Bits): Bits => emptyBits(domain.length * 32);

/** Slots with any of these values, whole. */
export function withTerms({ views }: TypeIndex, key: string, values: readonly Value[], domain: Bits): Bits {
  const bits = none(domain);
  const column = views.exact.get(key);
  for (const value of column ? values : []) {
    const code = codeOf(column!.dictionary, value);
    if (code !== undefined) addPostings(bits, column!.postings, code, domain);
  }
  return bits;
}

/** Slots with a value whose rank is one of these, and whose value passes the test, where there is one. */
function withRanks(column: Column, { low, high }: Ranks, domain: Bits, test?: (text: string) => boolean): Bits {
  const bits = none(domain);
  const { sorted, values } = column.dictionary;
  for (let rank = low; rank < high; rank++) {
    checkpoint();
    const code = sorted[rank]!;
    if (!test || test(String(values[code]!))) addPostings(bits, column.postings, code, domain);
  }
  return bits;
}

export function withinRange({ views }: TypeIndex, { key, numbers, bounds }: Leaf<"range">, domain: Bits): Bits {
  const column = (numbers ? views.numbers : views.exact).get(key);
  return column ? withRanks(column, ranksWithin(column.dictionary, bounds), domain) : none(domain);
}

export function existing({ views }: TypeIndex, key: string, domain: Bits): Bits {
  const bits = none(domain);
  const column = views.exact.get(key);
  for (const slot of column ? listed(column.rows.slots) : []) {
    if (hasBit(domain, slot)) setBit(bits, slot);
  }
  return bits;
}

/** Half of a character beyond U+FFFF: matched with its other half or not at all. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/**
 * A test of the values that start as the pattern does; none where that is all it asks. A cheap necessary condition first,
 * for most values of a field fail it.
 */
function patternTest(pattern: Pattern): ((text: string) => boolean) | undefined {
  if (isPrefix(pattern) && !HALF_AT_END.test(literalPrefix(pattern))) return undefined;
  const texts = pattern.flatMap((part) => (typeof part === "object" ? [part.text] : []));
  const exactly = matcherOf(pattern);
  return (value) => texts.every((text) => value.includes(text)) && exactly(value);
}

type TextTest = Pick<PatternTarget, "key" | "on" | "weight"> & {
  /** What every match starts with, and what else it must be. */
  readonly prefix: string;
  readonly test: ((text: string) => boolean) | undefined;
};

function matchingText({ views }: TypeIndex, tests: readonly TextTest[], domain: Bits): Matches {
  const places = tests.flatMap(({ key, on, weight, prefix, test }) => {
    const column = views[on].get(key);
    return column ? [{ weight, bits: withRanks(column, ranksFrom(column.dictionary, prefix), domain, test) }] : [];
  });
  return bestOf(places, none(domain));
}

export const matchingPattern = (index: TypeIndex, targets: readonly PatternTarget[], domain: Bits): Matches =>
  matchingText(
    index,
    targets.map((to) => ({ ...to, prefix: literalPrefix(to.pattern), test: patternTest(to.pattern) })),
    domain,
  );

export const matchingRegexp = (index: TypeIndex, targets: readonly RegexpTarget[], domain: Bits): Matches =>
  matchingText(
    index,
    targets.map((to) => ({ ...to, prefix: regexpPrefix(to.regexp), test: (text) => accepts(to.automaton, text) })),
    domain,
  );

/** The best of the fields whose words pass. */
function inWords({ views }: TypeIndex, fields: readonly WeightedKey[], pass: (column: Column) => Bits, domain: Bits) {
  const places = fields.flatMap(({ key, weight }) => {
    const column = views.words.get(key);
    return column ? [{ weight, bits: pass(column) }] : [];
  });
  return bestOf(places, none(domain));
}

export const withWords = (index: TypeIndex, { fields, words, mode }: Leaf<"words">, domain: Bits): Matches =>
  inWords(index, fields, (column) => slotsWithWords(column, words, mode, domain), domain);

export const withNear = (index: TypeIndex, near: Leaf<"near">, domain: Bits): Matches =>
  inWords(index, near.fields, (column) => slotsWithNear(column, near, domain), domain);

export const withSome = (index: TypeIndex, { targets }: Leaf<"some">, domain: Bits): Matches =>
  bestOf(
    targets.map((target) => ({ weight: target.weight, bits: slotsWithSome(index, target, domain) })),
    none(domain),
  );
