import type { BoundQuery } from "../../bound.ts";
import { fieldNamed } from "../../catalog.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Entry } from "../../entry.ts";
import { matcher } from "../../match.ts";
import { orderOf, sortValue } from "../../order.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { lists } from "../../sight.ts";
import type { Value } from "../../values.ts";
import type { Found, Ranked } from "./found.ts";
import type { Kept } from "./segment-draft.ts";

/** What changed of a type since its last segment was made, by id: too few to index, they are walked as the reference does. */
export type Recent = ReadonlyMap<string, Kept>;

export type FoundRecently = Found & { readonly kept: Entry };

/** Its values of the keys sorted by. */
export function sortOf(
  definition: TypeDefinition,
  entry: Entry,
  score: number,
  { sort }: Pick<SearchRequest, "sort">,
  scope: Scope,
) {
  return sort.map(({ field, order }): Value | null =>
    sortValue(entry, score, { key: field === "_score" ? field : fieldNamed(definition, field, scope)?.key, order }),
  );
}

/** Those that a query finds for a caller, each with its place in the order. */
export function recentlyFound(
  recent: Recent,
  definition: TypeDefinition,
  query: BoundQuery,
  request: SearchRequest,
  scope: Scope,
): FoundRecently[] {
  const found: FoundRecently[] = [];
  const match = matcher(query);
  for (const { entry, sequence } of recent.values()) {
    const score = lists(entry.access, scope) ? match(entry) : undefined;
    if (score === undefined) continue;
    found.push({ entry, kept: entry, score, sort: sortOf(definition, entry, score, request, scope), sequence });
  }
  return found;
}

/** In order, from the place on that the request goes on behind. */
export function rankedRecently(
  found: readonly Found[],
  { sort, after }: Pick<SearchRequest, "sort" | "after">,
): Ranked {
  const order = orderOf(sort);
  const ranked = (after ? found.filter((one) => order(after, one) < 0) : found).toSorted(order);
  return { length: ranked.length, at: (i) => ranked[i]! };
}
