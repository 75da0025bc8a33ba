import type { estypes } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../../errors.ts";
import { answersTo } from "../../../aggregations/answers.ts";
import { settleLater } from "../../../aggregations/probe.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Scope } from "../../../scope.ts";
import type { SearchAnswer } from "../../../store.ts";
import { pathQuery } from "./aggregate.ts";
import { hitsOf } from "./hits.ts";
import { orderBy, searchAfter, sortKeys } from "./order.ts";
import { queryOf } from "./query.ts";
import { askAll, batchesOf, clausesOf, readBatch } from "./readings.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { reasonsOf, sender, type Answer } from "./send.ts";

/** Elasticsearch's own limit on how far pages reach (`index.max_result_window`). */
const MAX_WINDOW = 10_000;

function assertWithin({ from, size }: SearchRequest): void {
  if (from + size <= MAX_WINDOW) return;
  throw new SearchlightError(
    "bad-request",
    `'from' + 'size' reach past ${MAX_WINDOW}: go on with a cursor, or narrow the search`,
  );
}

const totalOf = (total: estypes.SearchHitsMetadata["total"]): number =>
  typeof total === "number" ? total : (total?.value ?? 0);

/** What an answer is where there is no type to look in: a list of no indices would be all of them. */
const NOTHING: Answer = {
  took: 0,
  timed_out: false,
  _shards: { total: 0, successful: 0, failed: 0 },
  hits: { hits: [] },
};

/**
 * Searches with one request; and more where aggregations depend on what others found, and for every 10,000 values of one
 * that has more than fit into it.
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
  const { types, postFilter } = request;
  const asker = { catalog, types, scope };
  const keys = sortKeys(catalog, request, scope);
  const query = queryOf(catalog, request, scope);
  const send = sender(cluster, types, signal);
  const asked = { send, query, reasons: new Set<string>() };
  const asking = answersTo(catalog, request, scope);
  const turn = asking.next();
  const [first = [], ...batches] = turn.done ? [] : batchesOf(asker, turn.value);
  const body = {
    query,
    from: request.from,
    size: request.size,
    sort: orderBy(keys),
    ...(request.after && { search_after: searchAfter(keys, request.after) }),
    track_scores: true,
    track_total_hits: true,
    _source: ["shown"],
    aggs: clausesOf(first),
    ...(postFilter && { post_filter: pathQuery(asker, [{ kind: "query", query: postFilter }]) }),
  };
  const answer = types.length === 0 ? NOTHING : await send(body);
  for (const reason of reasonsOf(answer)) asked.reasons.add(reason);
  const read = await readBatch(first, answer, asked);
  const aggregations = turn.done
    ? turn.value
    : await settleLater(asking, [...read, ...(await askAll(batches, asked))], (probes) =>
        askAll(batchesOf(asker, probes), asked),
      );
  const reasons = [...asked.reasons];
  const hits = hitsOf(asker, answer.hits.hits, keys);
  return { total: totalOf(answer.hits.total), hits, aggregations, complete: reasons.length === 0, reasons };
}
