import type { Aggregations } from "./aggregations/aggregation.ts";
import type { Place } from "./place.ts";
import type { SearchQuery, Sort } from "./query.ts";

/**
 * One search. `types` are the resource types to look in, all of them known and allowed. `postFilter` narrows hits and total
 * but not what is counted; it scores nothing. With `after`, hits begin behind that place, and `from` is 0; totals and
 * aggregations stay those of all that matches.
 */
export type SearchRequest = {
  readonly types: readonly string[];
  readonly query: SearchQuery;
  readonly postFilter?: SearchQuery;
  readonly sort: readonly Sort[];
  readonly from: number;
  readonly size: number;
  readonly after?: Place;
  readonly aggregations: Aggregations;
};
