import type { Extent } from "../../../aggregations/probe.ts";
import { hasBit } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { eachCode } from "./each-code.ts";
import { isNearlyAll, type Matched } from "../matching/matched.ts";
import { eachPosting } from "../columns/postings.ts";
import type { Indexed } from "../segments/segment.ts";

/** An extent that the numbers of what matched are added to: codes are in the order of values, numbers first. */
export function addExtent(extent: Extent, column: Column, matched: Matched<Indexed>): Extent {
  const { numbers } = column.dictionary;
  const [least, most] = isNearlyAll(matched) ? endsOfMost(column, matched) : endsOf(column, matched);
  if (most < 0) return extent;
  return {
    min: Math.min(extent.min ?? Infinity, numbers[least]!),
    max: Math.max(extent.max ?? -Infinity, numbers[most]!),
  };
}

type Ends = readonly [least: number, most: number];

/** The least and the greatest code of a number that matched; the greatest is -1 when there is none. */
function endsOf(column: Column, matched: Matched<Indexed>): Ends {
  const { length } = column.dictionary.numbers;
  let [least, most] = [length, -1];
  eachCode(column, matched, (code) => {
    if (code >= length) return;
    if (code < least) least = code;
    if (code > most) most = code;
  });
  return [least, most];
}

/** The same where nearly all matched: what is looked for stands near the ends. */
function endsOfMost({ dictionary, postings }: Column, { bits }: Matched<Indexed>): Ends {
  const { length } = dictionary.numbers;
  const has = (code: number): boolean => eachPosting(postings, code, (slot) => hasBit(bits, slot));
  let [least, most] = [0, length - 1];
  while (least < length && !has(least)) least++;
  while (most >= least && !has(most)) most--;
  return least === length ? [length, -1] : [least, most];
}
