import type { estypes } from "@elastic/elasticsearch";
import { definitionOf } from "../../../catalog.ts";
import { hitOf, type Hit } from "../../../hit.ts";
import type { Sort } from "../../../query.ts";
import type { Asker } from "./asker.ts";
import type { Aggregation } from "../documents/clause.ts";
import type { Kept, Shown } from "../documents/document.ts";
import { orderBy, sortKeys, sortValues, type SortKey } from "./order.ts";

type Page = { readonly sort: readonly Sort[]; readonly from: number; readonly size: number };

/** Elasticsearch's hits as this caller sees them. */
export const hitsOf = (
  { catalog, scope }: Asker,
  hits: readonly estypes.SearchHit<Kept>[],
  keys: readonly SortKey[],
): Hit[] =>
  hits.map(({ _source, _score, sort }) => {
    const shown = JSON.parse(_source!.shown!) as Shown;
    return hitOf(definitionOf(catalog, shown.ref.type), shown, scope, _score ?? 0, sortValues(keys, sort));
  });

/** Asks for the first hits of a bucket: of several types apart, any of those before a page may be on it. */
export function topClause(asker: Asker, { from, size, sort }: Page): Aggregation {
  const order = orderBy(sortKeys(asker.catalog, { types: asker.types, sort }, asker.scope));
  return { top_hits: { size: Math.max(1, from + size), sort: order, track_scores: true, _source: ["shown"] } };
}

type Top = { readonly hits: { readonly hits: readonly estypes.SearchHit<Kept>[] } };

/** Reads the answer to a `topClause`; one without it (no shard replied) has none. */
export const readTop = (asker: Asker, { sort }: Page, aggregate: unknown): Hit[] =>
  hitsOf(
    asker,
    (aggregate as Top | undefined)?.hits.hits ?? [],
    sortKeys(asker.catalog, { types: asker.types, sort }, asker.scope),
  );
