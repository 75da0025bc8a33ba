import { compareValues } from "./match.ts";
import type { TermsAnswer } from "./query.ts";
import type { Value } from "./values.ts";

/** Counts documents by value, most frequent first, then by value. */
export function termsAnswer(counts: ReadonlyMap<Value, number>, size: number): TermsAnswer {
  const buckets = [...counts]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || compareValues(a.key, b.key));
  const others = buckets.slice(size).reduce((sum, { count }) => sum + count, 0);
  return { buckets: buckets.slice(0, size), others, distinct: buckets.length };
}
