import type { BoundQuery, WeightedKey } from "../../../bound.ts";
import type { Value } from "../../../values.ts";
import { common, emptyBits, emptyWithin, roomOf, setBit, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codeOf, codesWithin } from "../columns/dictionary.ts";
import { slotsWithSome } from "./fuzzy.ts";
import { bestOf, type Matches } from "../sets/matches.ts";
import { slotsWithNear } from "./near.ts";
import { addPostings } from "../columns/postings.ts";
import { rowCount, rowEnd, rowStart, slotOfRow } from "../sets/rows.ts";
import type { Indexed } from "../segments/segment.ts";
import { withCodes } from "./with-codes.ts";
import { slotsWithWords } from "./words.ts";

type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, { kind: K }>;

const none = (domain: Bits): Bits => emptyWithin(domain);

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

export function withinRange({ views }: Indexed, { key, numbers, bounds }: Leaf<"range">, domain: Bits): Bits {
  const column = (numbers ? views.numbers : views.exact).get(key);
  return column ? withCodes(column, codesWithin(column.dictionary, bounds), domain) : none(domain);
}

export function existing({ views }: Indexed, key: string, domain: Bits): Bits {
  const bits = emptyBits(roomOf(domain));
  const rows = views.exact.get(key)?.rows;
  for (let row = 0, count = rows ? rowCount(rows) : 0; row < count; row++) {
    if (rowStart(rows!, row) < rowEnd(rows!, row)) setBit(bits, slotOfRow(rows!, row));
  }
  return common(bits, domain);
}

/** The best of the fields whose words pass. */
function inWords(
  { views }: Indexed,
  fields: readonly WeightedKey[],
  pass: (column: Column) => Bits | undefined,
  domain: Bits,
) {
  const places = fields.flatMap(({ key, weight }) => {
    const column = views.words.get(key);
    const bits = column && pass(column);
    return bits ? [{ weight, bits }] : [];
  });
  return bestOf(places, domain);
}

export const withWords = (index: Indexed, { fields, words, mode }: Leaf<"words">, domain: Bits): Matches =>
  inWords(index, fields, (column) => slotsWithWords(column, words, mode, domain), domain);

export const withNear = (index: Indexed, near: Leaf<"near">, domain: Bits): Matches =>
  inWords(index, near.fields, (column) => slotsWithNear(column, near, domain), domain);

export const withSome = (index: Indexed, { targets }: Leaf<"some">, domain: Bits): Matches =>
  bestOf(
    targets.map((target) => ({ weight: target.weight, bits: slotsWithSome(index, target, domain) })),
    domain,
  );
