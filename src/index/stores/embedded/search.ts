import { answersTo } from "../../aggregations/answers.ts";
import { settle } from "../../aggregations/probe.ts";
import { bind, bindNarrower } from "../../bind.ts";
import type { Catalog } from "../../catalog.ts";
import { orderOf } from "../../order.ts";
import type { AggregationAnswers, SearchQuery, SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { slotsIn } from "./bitset.ts";
import { domainOf } from "./domain.ts";
import { evaluate } from "./evaluate.ts";
import type { Matches } from "./matches.ts";
import { unlessInterrupted } from "./interrupt.ts";
import { firstOf, type Found } from "./rank.ts";
import { readingsOf } from "./readings.ts";
import { giveBack } from "./scratch.ts";
import type { TypeIndex } from "./type-index.ts";

/** What a search found, before the documents of its page are read. */
export type Findings = {
  readonly total: number;
  readonly page: readonly Found[];
  readonly aggregations: AggregationAnswers;
  /** False when it was interrupted: what is there is true, but not all of it. */
  readonly complete: boolean;
};

type Matched = Matches & { readonly index: TypeIndex; readonly slots: Uint32Array };

/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export function findIn(
  catalog: Catalog,
  indexes: readonly TypeIndex[],
  request: SearchRequest,
  scope: Scope,
): Findings {
  try {
    return find(catalog, indexes, request, scope);
  } finally {
    giveBack();
  }
}

function find(catalog: Catalog, indexes: readonly TypeIndex[], request: SearchRequest, scope: Scope): Findings {
  const { value: hits, complete } = unlessInterrupted(() => hitsIn(indexes, request, scope), NOTHING);
  giveBack(); // the page is made; what is counted borrows anew
  const counted = unlessInterrupted(
    () => settle(answersTo(catalog, request, scope), readingsOf(hits.matched, scope)),
    {},
  );
  return { total: hits.total, page: hits.page, aggregations: counted.value, complete: complete && counted.complete };
}

type Hits = Pick<Findings, "total" | "page"> & { readonly matched: readonly Matched[] };

const NOTHING: Hits = { total: 0, page: [], matched: [] };

function hitsIn(indexes: readonly TypeIndex[], request: SearchRequest, scope: Scope): Hits {
  const bound = indexes.map((index) => ({ index, query: bind(request.query, index.definition, scope) }));
  const matched = bound.map(({ index, query }): Matched => {
    const matches = evaluate(query, index, domainOf(index, scope));
    return { ...matches, index, slots: slotsIn(matches.bits) };
  });
  const kept =
    request.postFilter === undefined ? matched : matched.map((one) => afterwards(one, request.postFilter!, scope));
  const total = kept.reduce((sum, { slots }) => sum + slots.length, 0);
  const page = pageOf(
    kept.flatMap((one) => firstOf(one, request, scope)),
    request,
  );
  return { total, page, matched };
}

function afterwards({ index, bits, scores }: Matched, filter: SearchQuery, scope: Scope): Matched {
  const left = evaluate(bindNarrower(filter, index.definition, scope), index, bits).bits;
  return { index, bits: left, scores, slots: slotsIn(left) };
}

const pageOf = (found: readonly Found[], { sort, from, size }: SearchRequest): Found[] =>
  found.toSorted(orderOf(sort)).slice(from, from + size);
