import type { estypes } from "@elastic/elasticsearch";
import { type Catalog } from "../../catalog.ts";
import type { Place } from "../../place.ts";
import type { SearchRequest, Sort } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
type SortOption = estypes.SortCombinations;
/** One key to sort by; whether its values are numbers, for among those Elasticsearch gives infinity where there is none. */
export type SortKey = {
    readonly option: SortOption;
    readonly order: Sort["order"];
    readonly numeric: boolean;
};
/** What a request sorts by. One name is one field in all types, or it is refused (`assertSortable`). */
export declare function sortKeys(catalog: Catalog, request: SearchRequest, scope: Scope): SortKey[];
/** The whole order of a search: by these keys, without any by score; then newest, then id. */
export declare const orderBy: (keys: readonly SortKey[]) => SortOption[];
/** A place as Elasticsearch goes on behind it: by our own keys, so nothing is kept open in between and nothing expires. */
export declare function searchAfter(keys: readonly SortKey[], { entry, score, sort }: Place): estypes.SortResults;
/** A hit's values of these keys, null where it has none. */
export declare const sortValues: (keys: readonly SortKey[], values?: readonly unknown[]) => (Value | null)[];
export {};
