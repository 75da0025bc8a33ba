import type { BoundQuery } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Findable } from "../../entry.ts";
import { matcher } from "../../match.ts";
import { orderOf, sortingBy } from "../../order.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { lists } from "../../sight.ts";
import type { Found, Ranked } from "./found.ts";
import { checkpoint } from "./interrupt.ts";
import type { Kept } from "./segment-draft.ts";
import { topPlaces } from "./top.ts";

/** What changed of a type since its last segment was made, by id: too few to index, they are walked as the reference does. */
export type Recent = ReadonlyMap<string, Kept>;

export type FoundRecently = Found & { readonly kept: Findable };

/** Those that a query finds for a caller, each with its place in the order. */
export function recentlyFound(
  recent: Recent,
  definition: TypeDefinition,
  query: BoundQuery,
  request: SearchRequest,
  scope: Scope,
): FoundRecently[] {
  const found: FoundRecently[] = [];
  const [match, sorting] = [matcher(query), sortingBy(request.sort, definition, scope)];
  for (const { entry, sequence } of recent.values()) {
    checkpoint();
    const score = lists(entry.access, scope) ? match(entry) : undefined;
    if (score === undefined) continue;
    found.push({ entry, kept: entry, score, sort: sorting(entry, score), sequence });
  }
  return found;
}

/** The first of them in order, as many as a page needs, from the place on that the request goes on behind. */
export function rankedRecently(
  found: readonly Found[],
  { sort, after, from, size }: Pick<SearchRequest, "sort" | "after" | "from" | "size">,
): Ranked {
  const order = orderOf(sort);
  const left = after ? found.filter((one) => order(after, one) < 0) : found;
  const places = topPlaces(left.length, from + size, (a, b) => order(left[a]!, left[b]!));
  let next = 0;
  return () => left[places[next++] ?? -1];
}
