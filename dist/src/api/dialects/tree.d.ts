import type { SearchQuery } from "../../index/query.ts";
export declare const ALL: SearchQuery;
export declare const NONE: SearchQuery;
/** All of these; of none, everything. */
export declare const and: (of: readonly SearchQuery[]) => SearchQuery;
/** At least so many of these; a score that none is needed for still counts. */
export declare const or: (of: readonly SearchQuery[], atLeast?: number) => SearchQuery;
export declare const not: (of: SearchQuery) => SearchQuery;
/** Counts this much more; 1 changes nothing. */
export declare const boosted: (of: SearchQuery, by: number | undefined) => SearchQuery;
