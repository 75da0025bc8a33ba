import type { BoundQuery } from "../../../bound.ts";
import type { TypeDefinition } from "../../../definition.ts";
import type { Findable } from "../../../entry.ts";
import { matcher } from "../../../match.ts";
import { orderOf, sortingBy } from "../../../order.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Scope } from "../../../scope.ts";
import type { Found, Ranked } from "./found.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { topPlaces } from "../sets/top.ts";
import { entryListed, type Unindexed } from "../segments/unindexed.ts";

/** What changed of a type since its last segment was made, by id: too few to index, they are walked as the reference does. */
export type Recent = ReadonlyMap<string, Unindexed>;

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
  for (const one of recent.values()) {
    checkpoint();
    const entry = entryListed(one, scope);
    const score = entry && match(entry);
    if (!entry || score === undefined) continue;
    found.push({ entry, kept: entry, score, sort: sorting(entry, score), sequence: one.sequence });
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
