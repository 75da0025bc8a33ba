import type { estypes } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../errors.ts";
import { definitionOf, type Catalog } from "../../catalog.ts";
import { hitOf, type Hit } from "../../hit.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { SearchAnswer } from "../../store.ts";
import { answersTo, clausesOf, plansOf } from "./counting.ts";
import type { Shown } from "./document.ts";
import { orderBy, searchAfter, sortKeys, sortValues, type SortKey } from "./order.ts";
import { queryOf } from "./query.ts";
import { reasonsOf, sender, type Answer, type Cluster } from "./send.ts";

/** Elasticsearch's own limit on how far pages reach (`index.max_result_window`). */
const MAX_WINDOW = 10_000;

function assertWithin({ from, size }: SearchRequest): void {
  if (from + size <= MAX_WINDOW) return;
  throw new SearchlightError(
    "bad-request",
    `'from' + 'size' reach past ${MAX_WINDOW}: go on with a cursor, or narrow the search`,
  );
}

function hitsOf(catalog: Catalog, answer: Answer, keys: readonly SortKey[], scope: Scope): Hit[] {
  return answer.hits.hits.map(({ _source, _score, sort }) => {
    const shown = JSON.parse(_source!.shown!) as Shown;
    return hitOf(definitionOf(catalog, shown.ref.type), shown, scope, _score ?? 0, sortValues(keys, sort));
  });
}

const totalOf = (total: estypes.SearchHitsMetadata["total"]): number =>
  typeof total === "number" ? total : (total?.value ?? 0);

/**
 * Searches with one request, and one more for every 10,000 values of an aggregation that has more than fit into it.
 *
 * @throws SearchlightError `bad-request`, `timed-out` when the signal aborts, `store-unavailable`
 */
export async function search(
  cluster: Cluster,
  request: SearchRequest,
  scope: Scope,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  assertWithin(request);
  const { catalog } = cluster;
  const keys = sortKeys(catalog, request, scope);
  const plans = plansOf(catalog, request, scope);
  const query = queryOf(catalog, request, scope);
  const send = sender(cluster, request.types, signal);
  const reasons = new Set<string>();
  // A list of no indices would be all of them.
  if (request.types.length === 0) {
    const aggregations = await answersTo(plans, {}, { send, query, reasons });
    return { total: 0, hits: [], aggregations, complete: true, reasons: [] };
  }
  const answer = await send({
    query,
    from: request.from,
    size: request.size,
    sort: orderBy(keys),
    ...(request.after && { search_after: searchAfter(keys, request.after) }),
    track_scores: true,
    track_total_hits: true,
    _source: ["shown"],
    aggs: clausesOf(plans),
  });
  for (const reason of reasonsOf(answer)) reasons.add(reason);
  const aggregations = await answersTo(plans, answer, { send, query, reasons });
  const hits = hitsOf(catalog, answer, keys, scope);
  const complete = reasons.size === 0;
  return { total: totalOf(answer.hits.total), hits, aggregations, complete, reasons: [...reasons] };
}
