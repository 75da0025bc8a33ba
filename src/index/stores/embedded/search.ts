import { bind } from "../../bind.ts";
import { fieldNamed } from "../../catalog.ts";
import { orderOf } from "../../order.ts";
import type { SearchRequest, TermsAggregation, TermsAnswer } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import { termsAnswer } from "../../terms.ts";
import { slotsIn } from "./bitset.ts";
import { domainOf } from "./domain.ts";
import { evaluate } from "./evaluate.ts";
import { addCounts } from "./facets.ts";
import type { Matches } from "./matches.ts";
import { firstOf, type Found } from "./rank.ts";
import { giveBack } from "./scratch.ts";
import type { TypeIndex } from "./type-index.ts";

/** What a search found, before the documents of its page are read. */
export type Findings = {
  readonly total: number;
  readonly page: readonly Found[];
  readonly aggregations: { readonly [name: string]: TermsAnswer };
};

type Matched = Matches & { readonly index: TypeIndex; readonly slots: Uint32Array };

/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export function findIn(indexes: readonly TypeIndex[], request: SearchRequest, scope: Scope): Findings {
  try {
    return find(indexes, request, scope);
  } finally {
    giveBack();
  }
}

function find(indexes: readonly TypeIndex[], request: SearchRequest, scope: Scope): Findings {
  const bound = indexes.map((index) => ({ index, query: bind(request.query, index.definition, scope) }));
  const matched = bound.map(({ index, query }): Matched => {
    const matches = evaluate(query, index, domainOf(index, scope));
    return { ...matches, index, slots: slotsIn(matches.bits) };
  });
  const aggregations = Object.entries(request.aggregations).map(
    ([name, aggregation]) => [name, countIn(matched, aggregation, scope)] as const,
  );
  return {
    total: matched.reduce((sum, { slots }) => sum + slots.length, 0),
    page: pageOf(
      matched.flatMap((one) => firstOf(one, request, scope)),
      request,
    ),
    aggregations: Object.fromEntries(aggregations),
  };
}

const pageOf = (found: readonly Found[], { sort, from, size }: SearchRequest): Found[] =>
  found.toSorted(orderOf(sort)).slice(from, from + size);

function countIn(matched: readonly Matched[], { field, size, types }: TermsAggregation, scope: Scope): TermsAnswer {
  const totals = new Map<Value, number>();
  for (const { index, bits, slots } of matched) {
    if (types && !types.includes(index.definition.type)) continue;
    const key = fieldNamed(index.definition, field, scope)?.key;
    const column = key === undefined ? undefined : index.views.exact.get(key);
    if (column) addCounts(totals, column, bits, slots);
  }
  return termsAnswer(totals, size);
}
