import type { WordsMode } from "../../../query.ts";
import { addBits, emptyWithin, setBit, slotsIn, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codeOf, codesFrom, type Codes } from "../columns/dictionary.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";
import { withCodes } from "./with-codes.ts";

const UNKNOWN = -1;

/**
 * The slots of a domain whose words of this column stand as the mode says; what `hasWords` says of each entry. Undefined: none,
 * as the dictionary says already. Most columns have none of the words, and to make and add sets of nothing costs the most.
 */
export function slotsWithWords(
  column: Column,
  words: readonly string[],
  mode: WordsMode,
  domain: Bits,
): Bits | undefined {
  const codes = words.map((word) => codeOf(column.dictionary, word) ?? UNKNOWN);
  if (mode === "any") {
    const known = codes.filter((code) => code !== UNKNOWN);
    return known.length === 0 ? undefined : withAny(column, known, domain);
  }
  const head = mode === "prefix" ? codes.slice(0, -1) : codes;
  if (head.includes(UNKNOWN)) return undefined;
  const tails = mode === "prefix" ? codesFrom(column.dictionary, words.at(-1)!) : undefined;
  if (tails && tails.low === tails.high) return undefined;
  let left = domain;
  for (const code of new Set(head)) left = withCodes(column, { low: code, high: code + 1 }, left);
  if (mode === "all" || (mode === "phrase" && head.length === 1)) return left;
  if (!tails) return standing(column, left, head);
  const bits = withCodes(column, tails, left);
  return head.length === 0 ? bits : standing(column, bits, head, tails);
}

function withAny(column: Column, codes: Iterable<number>, domain: Bits): Bits {
  const bits = emptyWithin(domain);
  for (const code of codes) addBits(bits, withCodes(column, { low: code, high: code + 1 }, domain));
  return bits;
}

/** Of the candidates, those where the head's codes stand side by side, and one of the tails after them if tails are asked for. */
function standing({ rows }: Column, candidates: Bits, head: readonly number[], tails?: Codes): Bits {
  const bits = emptyWithin(candidates);
  const { codes } = rows;
  const length = head.length + (tails ? 1 : 0);
  const isTail = (code: number): boolean => tails === undefined || (code >= tails.low && code < tails.high);
  const standsAt = (at: number): boolean =>
    head.every((code, i) => codes[at + i] === code) && isTail(codes[at + head.length]!);
  let row = 0;
  for (const slot of slotsIn(candidates)) {
    row = rowOf(rows, slot, row);
    const last = rowEnd(rows, row) - length;
    for (let at = rowStart(rows, row); at <= last; at++) {
      if (!standsAt(at)) continue;
      setBit(bits, slot);
      break;
    }
  }
  return bits;
}
