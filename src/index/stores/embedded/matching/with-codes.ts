import { countBits, eachSlot, emptyWithin, setBit, spanOf, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import type { Codes } from "../columns/dictionary.ts";
import { addPostings, postingsCost } from "../columns/postings.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";

/** Reading a slot's row costs about as much as passing by this many postings. */
const ROW_COST = 8;

/** The slots of a domain that have a code from `low` up to `high` that passes a test, from the domain's rows. */
export function inRows({ rows }: Column, { low, high }: Codes, domain: Bits, test: (code: number) => boolean): Bits {
  const bits = emptyWithin(domain);
  let from = 0;
  eachSlot(domain, (slot) => {
    const row = rowOf(rows, slot, from);
    if (row < 0) return;
    from = row;
    for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++) {
      const code = rows.codes[i]!;
      if (code >= low && code < high && test(code)) setBit(bits, slot);
    }
  });
  return bits;
}

const any = (): boolean => true;

/** Slots with a code from `low` up to `high`: from the codes' postings, or where those are more, from the domain's rows. */
export function withCodes(column: Column, codes: Codes, domain: Bits): Bits {
  const span = spanOf(domain);
  const cost = postingsCost(column.postings, codes.low, codes.high, span);
  // What costs less than to count the domain is not worth counting it.
  if (cost > span && countBits(domain) * ROW_COST < cost) return inRows(column, codes, domain, any);
  const bits = emptyWithin(domain);
  addPostings(bits, column.postings, codes.low, codes.high, domain);
  return bits;
}
