import { SearchlightError } from "../../../errors.js";
import { answersTo } from "../../aggregations/answers.js";
import { settleLater } from "../../aggregations/probe.js";
import { definitionOf } from "../../catalog.js";
import { hitOf } from "../../hit.js";
import { pathQuery } from "./aggregate.js";
import { orderBy, searchAfter, sortKeys, sortValues } from "./order.js";
import { queryOf } from "./query.js";
import { askAll, batchesOf, clausesOf, readBatch } from "./readings.js";
import { reasonsOf, sender } from "./send.js";
/** Elasticsearch's own limit on how far pages reach (`index.max_result_window`). */
const MAX_WINDOW = 10_000;
function assertWithin({ from, size }) {
    if (from + size <= MAX_WINDOW)
        return;
    throw new SearchlightError("bad-request", `'from' + 'size' reach past ${MAX_WINDOW}: go on with a cursor, or narrow the search`);
}
function hitsOf(catalog, answer, keys, scope) {
    return answer.hits.hits.map(({ _source, _score, sort }) => {
        const shown = JSON.parse(_source.shown);
        return hitOf(definitionOf(catalog, shown.ref.type), shown, scope, _score ?? 0, sortValues(keys, sort));
    });
}
const totalOf = (total) => typeof total === "number" ? total : (total?.value ?? 0);
/** What an answer is where there is no type to look in: a list of no indices would be all of them. */
const NOTHING = {
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
export async function search(cluster, request, scope, signal) {
    assertWithin(request);
    const { catalog } = cluster;
    const { types, postFilter } = request;
    const asker = { catalog, types, scope };
    const keys = sortKeys(catalog, request, scope);
    const query = queryOf(catalog, request, scope);
    const send = sender(cluster, types, signal);
    const asked = { send, query, reasons: new Set() };
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
    for (const reason of reasonsOf(answer))
        asked.reasons.add(reason);
    const read = await readBatch(first, answer, asked);
    const aggregations = turn.done
        ? turn.value
        : await settleLater(asking, [...read, ...(await askAll(batches, asked))], (probes) => askAll(batchesOf(asker, probes), asked));
    const reasons = [...asked.reasons];
    const hits = hitsOf(catalog, answer, keys, scope);
    return { total: totalOf(answer.hits.total), hits, aggregations, complete: reasons.length === 0, reasons };
}
