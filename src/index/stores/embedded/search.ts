import { answersTo } from "../../aggregations/answers.ts";
import { settle } from "../../aggregations/probe.ts";
import { bind, bindNarrower } from "../../bind.ts";
import type { BoundQuery } from "../../bound.ts";
import type { Catalog } from "../../catalog.ts";
import { matcher } from "../../match.ts";
import { orderOf } from "../../order.ts";
import type { AggregationAnswers, SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { readingsOf as readingsOfEntries } from "../memory-readings.ts";
import { domainOf } from "./domain.ts";
import { evaluate } from "./evaluate.ts";
import { unlessInterrupted } from "./interrupt.ts";
import { matchedIn, type Matched } from "./matched.ts";
import type { Found, Ranked } from "./found.ts";
import { pageOf } from "./merge-ranked.ts";
import { firstOf } from "./rank.ts";
import { readingsOf } from "./readings.ts";
import { rankedRecently, recentlyFound } from "./recent.ts";
import type { TypeHoldings } from "./type-holdings.ts";

/** What a search found, before the documents of its page are read. */
export type Findings = {
  readonly total: number;
  readonly page: readonly Found[];
  readonly aggregations: AggregationAnswers;
  /** False when it was interrupted: what is there is true, but not all of it. */
  readonly complete: boolean;
};

/** What was found of one type: in its segments, and among what is in none yet. The post filter is not applied to it. */
type OfType = { readonly matched: readonly Matched[]; readonly recent: ReturnType<typeof recentlyFound> };

type Hits = Pick<Findings, "total" | "page"> & { readonly found: readonly OfType[] };

const NOTHING: Hits = { total: 0, page: [], found: [] };

/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export function findIn(
  catalog: Catalog,
  types: readonly TypeHoldings[],
  request: SearchRequest,
  scope: Scope,
): Findings {
  const { value: hits, complete } = unlessInterrupted(() => hitsIn(types, request, scope), NOTHING);
  const recently = readingsOfEntries(
    catalog,
    hits.found.flatMap(({ recent }) => recent.map(({ kept }) => kept)),
    scope,
  );
  const readings = readingsOf(
    hits.found.flatMap(({ matched }) => matched),
    recently,
    scope,
  );
  const counted = unlessInterrupted(() => settle(answersTo(catalog, request, scope), readings), {});
  return { total: hits.total, page: hits.page, aggregations: counted.value, complete: complete && counted.complete };
}

function hitsIn(types: readonly TypeHoldings[], request: SearchRequest, scope: Scope): Hits {
  const bound = types.map((type) => ({ type, query: bind(request.query, type.definition, scope) }));
  const found = bound.map(({ type: { definition, segments, recent }, query }): OfType => ({
    matched: segments.map((index) => matchedIn(index, evaluate(query, index, domainOf(index, scope)))),
    recent: recentlyFound(recent, definition, query, request, scope),
  }));
  const kept = found.map((one, i) => afterwards(one, types[i]!, request, scope));
  const total = kept.reduce(
    (sum, { matched, recent }) => matched.reduce((all, { count }) => all + count, sum + recent.length),
    0,
  );
  const ranked = kept.flatMap(({ matched, recent }): Ranked[] => [
    ...matched.filter(({ count }) => count > 0).map((one) => firstOf(one, request, scope)),
    rankedRecently(recent, request),
  ]);
  return { total, page: pageOf(ranked, orderOf(request.sort), request.from, request.size), found };
}

/** What a post filter leaves. */
function afterwards(found: OfType, { definition }: TypeHoldings, { postFilter }: SearchRequest, scope: Scope): OfType {
  if (postFilter === undefined) return found;
  const filter: BoundQuery = bindNarrower({ definition, scope }, postFilter);
  const passes = matcher(filter);
  return {
    matched: found.matched.map(({ index, bits, scores }) =>
      matchedIn(index, { bits: evaluate(filter, index, bits).bits, scores }),
    ),
    recent: found.recent.filter(({ kept }) => passes(kept) !== undefined),
  };
}
