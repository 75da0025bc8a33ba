import { answersTo } from "../../../aggregations/answers.ts";
import { settle, type Probe, type Reading } from "../../../aggregations/probe.ts";
import { bind, bindNarrower } from "../../../bind.ts";
import type { BoundQuery } from "../../../bound.ts";
import type { Catalog } from "../../../catalog.ts";
import { matcher } from "../../../match.ts";
import type { Hit } from "../../../hit.ts";
import { orderOf } from "../../../order.ts";
import type { AggregationAnswers } from "../../../aggregations/counted.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Scope } from "../../../scope.ts";
import { narrowedBy } from "../../memory-narrowed.ts";
import { readingsOf as readingsOfEntries } from "../../memory-readings.ts";
import { isEmpty, type Bits } from "../sets/bitset.ts";
import { domainOf } from "../matching/domain.ts";
import { evaluate } from "../matching/evaluate.ts";
import { unlessInterrupted } from "../threads/interrupt.ts";
import { matchedIn } from "../matching/matched.ts";
import type { Matches } from "../sets/matches.ts";
import type { Found, Ranked } from "../ranking/found.ts";
import { pageOf } from "../ranking/merge-ranked.ts";
import { firstOf } from "../ranking/rank.ts";
import { readingsOf } from "../counting/readings.ts";
import { rankedRecently, recentlyFound } from "../ranking/recent.ts";
import { topHits, type OfType } from "../ranking/top-hits.ts";
import type { TypeHoldings } from "../segments/type-holdings.ts";
import type { TypeIndex } from "../segments/type-index.ts";

/** What a search found, before the documents of its page are read. */
export type Findings = {
  readonly total: number;
  readonly page: readonly Found[];
  readonly aggregations: AggregationAnswers;
  /** False when it was interrupted: what is there is true, but not all of it. */
  readonly complete: boolean;
};

type Hits = Pick<Findings, "total" | "page"> & { readonly found: readonly OfType[] };

const NOTHING: Hits = { total: 0, page: [], found: [] };

/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export function findIn(
  catalog: Catalog,
  types: readonly TypeHoldings[],
  request: SearchRequest,
  scope: Scope,
  show: (found: Found) => Hit,
): Findings {
  const { value: hits, complete } = unlessInterrupted(() => hitsIn(types, request, scope), NOTHING);
  const recently = hits.found.flatMap(({ recent }) => recent.map(({ kept, score }) => ({ entry: kept, score })));
  const readingsOfRecent = readingsOfEntries(catalog, narrowedBy(catalog, request.types, recently, scope), scope);
  const readings = readingsOf(
    hits.found.flatMap(({ matched }) => matched),
    readingsOfRecent,
    scope,
  );
  const read = (probe: Probe): Reading =>
    probe.what === "hits" ? topHits(hits.found, probe, scope).map(show) : readings(probe);
  const counted = unlessInterrupted(() => settle(answersTo(catalog, request, scope), read), {});
  return { total: hits.total, page: hits.page, aggregations: counted.value, complete: complete && counted.complete };
}

function hitsIn(types: readonly TypeHoldings[], request: SearchRequest, scope: Scope): Hits {
  const bound = types.map((type) => ({ type, query: bind(request.query, type.definition, scope) }));
  const found = bound.map(({ type: { definition, segments, recent }, query }): OfType => ({
    definition,
    matched: segments.map((index) => matchedIn(index, within(index, query, domainOf(index, scope)))),
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

/** What matches within a domain; where that is nothing, as in most segments for a small project, nothing is looked up. */
const within = (index: TypeIndex, query: BoundQuery, domain: Bits): Matches =>
  isEmpty(domain) ? { bits: domain, scores: 0 } : evaluate(query, index, domain);

/** What a post filter leaves. */
function afterwards(found: OfType, { definition }: TypeHoldings, { postFilter }: SearchRequest, scope: Scope): OfType {
  if (postFilter === undefined) return found;
  const filter: BoundQuery = bindNarrower({ definition, scope }, postFilter);
  const passes = matcher(filter);
  return {
    definition,
    matched: found.matched.map(({ index, bits, scores }) =>
      matchedIn(index, { bits: evaluate(filter, index, bits).bits, scores }),
    ),
    recent: found.recent.filter(({ kept }) => passes(kept) !== undefined),
  };
}
