import { type Catalog } from "./catalog.ts";
import type { Entry } from "./entry.ts";
import type { Place } from "./place.ts";
import type { SearchRequest, Sort } from "./query.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./values.ts";
/** The key of an entry that a sort names in the entry's own type; undefined where the type has no such field. */
export type SortKey = {
    readonly key: string | undefined;
    readonly order: Sort["order"];
};
/** Whether one sort by this name takes all these types: where they have it, it is one field of one kind. */
export declare function sortsTogether(catalog: Catalog, types: readonly string[], name: string, scope: Scope): boolean;
/**
 * Refuses a sort by a name that means different fields in the types searched (a number here, a text there): no engine
 * sorts by two fields at once.
 *
 * @throws SearchlightError `bad-request` that names the field
 */
export declare function assertSortable(catalog: Catalog, { types, sort }: Pick<SearchRequest, "types" | "sort">, scope: Scope): void;
/** An entry's value to sort by: of several, the least when ascending, the greatest when descending. Null when it has none. */
export declare function sortValue(entry: Entry, score: number, { key, order }: SortKey): Value | null;
/** The order of a search: by its sort, without any by score; then newest, then id, then type. */
export declare function orderOf(sort: readonly Sort[]): (a: Place, b: Place) => number;
