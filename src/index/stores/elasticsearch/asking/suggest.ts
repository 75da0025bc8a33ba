import { bindNarrower } from "../../../bind.ts";
import { definitionOf, type Catalog } from "../../../catalog.ts";
import type { SearchQuery } from "../../../query.ts";
import { literalText } from "../../../regexp-text.ts";
import type { Scope } from "../../../scope.ts";
import { suggesting } from "../../../suggest/answer.ts";
import { sourcesOf } from "../../../suggest/sources.ts";
import { textOf } from "../../../suggest/suggestible.ts";
import type { Lookup, SuggestAnswer, SuggestRequest } from "../../../suggest/suggestion.ts";
import { ofTypes } from "./aggregate.ts";
import type { Aggregation } from "../documents/clause.ts";
import { compile } from "./compile.ts";
import { columnOf } from "../documents/fields.ts";
import { queryOf } from "./query.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { reasonsOf, sender } from "./send.ts";

const ALL: SearchQuery = { kind: "all" };

/** Asks for a lookup's texts: the first by key, which is exact over any number of shards. */
function clauseOf(catalog: Catalog, { type, key, query, start, size }: Lookup, scope: Scope): Aggregation {
  const definition = definitionOf(catalog, type);
  const { admin = false } = sourcesOf(definition).find((source) => source.key === key) ?? {};
  const field = columnOf("s", key, admin);
  const begin = { prefix: { [field]: { value: start, rewrite: "constant_score" } } };
  const matched = compile(definition, bindNarrower({ definition, scope }, query));
  const include = start === "" ? {} : { include: `${literalText(start)}.*` };
  return {
    filter: { bool: { filter: [ofTypes([type]), matched, begin] } },
    aggs: { texts: { terms: { field, size, order: { _key: "asc" }, ...include } } },
  };
}

type Found = { readonly texts?: { readonly buckets: readonly { readonly key: string }[] } };

/** Suggests with one request, or two. @throws SearchlightError `timed-out` when the signal aborts, `store-unavailable` */
export async function suggest(
  cluster: Cluster,
  request: SuggestRequest,
  scope: Scope,
  signal?: AbortSignal,
): Promise<SuggestAnswer> {
  const { catalog } = cluster;
  const send = sender(cluster, request.types, signal);
  const listed = { types: request.types, query: ALL, sort: [], from: 0, size: 0, aggregations: {} };
  const query = queryOf(catalog, listed, scope);
  const reasons = new Set<string>();
  const look = async (lookups: readonly Lookup[]): Promise<string[][]> => {
    const clauses = lookups.map((lookup, i) => [String(i), clauseOf(catalog, lookup, scope)] as const);
    const answer = await send({ query, size: 0, track_total_hits: false, aggs: Object.fromEntries(clauses) });
    for (const reason of reasonsOf(answer)) reasons.add(reason);
    return lookups.map((_, i) => {
      const found = answer.aggregations?.[String(i)] as Found | undefined;
      return (found?.texts?.buckets ?? []).map(({ key }) => textOf(key));
    });
  };
  const turns = suggesting(catalog, request, scope);
  let turn = turns.next();
  while (!turn.done) turn = turns.next(await look(turn.value));
  return { suggestions: turn.value, complete: reasons.size === 0, reasons: [...reasons] };
}
