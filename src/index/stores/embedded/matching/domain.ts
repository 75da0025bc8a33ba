import { keysOf, type Scope } from "../../../scope.ts";
import { emptyBits, trimmed, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { codeOf } from "../columns/dictionary.ts";
import { addPostings } from "../columns/postings.ts";
import { EVERYBODY, named } from "../segments/segment.ts";
import type { TypeIndex } from "../segments/type-index.ts";

/**
 * The slots that a caller finds in lists. A search begins here and only ever takes away, so that nothing else enters any
 * of its sums.
 */
export function domainOf(index: TypeIndex, scope: Scope): Bits {
  const { live } = index;
  if (scope.projectId === null) return live;
  const domain = emptyBits(index.slots);
  addAudience(domain, index.audience, EVERYBODY, live);
  for (const key of keysOf(scope.projectId, scope)) addAudience(domain, index.audience, named(key), live);
  return trimmed(domain);
}

function addAudience(bits: Bits, { dictionary, postings }: Column, key: string, live: Bits): void {
  const code = codeOf(dictionary, key);
  if (code !== undefined) addPostings(bits, postings, code, code + 1, live);
}
