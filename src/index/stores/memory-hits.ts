import { definitionOf, type Catalog } from "../catalog.ts";
import type { Entry, Findable } from "../entry.ts";
import { hitOf, type Hit } from "../hit.ts";
import { orderOf, sortingBy } from "../order.ts";
import type { Sort } from "../query.ts";
import type { Scope } from "../scope.ts";
import type { Value } from "../values.ts";

/** What a search found, and what it scores; in its place by a sort. */
export type Scored<E extends Findable = Entry> = { readonly entry: E; readonly score: number };
export type Placed = Scored & { readonly sort: readonly (Value | null)[] };

type Sorted = { readonly sort: readonly Sort[] };

/** What was found, in order. */
export function placed(catalog: Catalog, found: readonly Scored[], { sort }: Sorted, scope: Scope): Placed[] {
  const types = new Set(found.map(({ entry }) => entry.ref.type));
  const sorting = new Map([...types].map((type) => [type, sortingBy(sort, definitionOf(catalog, type), scope)]));
  return found
    .map((one) => ({ ...one, sort: sorting.get(one.entry.ref.type)!(one.entry, one.score) }))
    .toSorted(orderOf(sort));
}

type Page = { readonly from: number; readonly size: number };

/** A page of it, as a caller sees it. */
export const hitsOf = (catalog: Catalog, all: readonly Placed[], { from, size }: Page, scope: Scope): Hit[] =>
  all
    .slice(from, from + size)
    .map(({ entry, score, sort }) => hitOf(definitionOf(catalog, entry.ref.type), entry, scope, score, sort));
