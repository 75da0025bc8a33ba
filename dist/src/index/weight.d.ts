import type { BoundQuery } from "./bound.ts";
/** The same query with its boosts moved to its leaves, and what each of those counts rounded. */
export declare function weighed(query: BoundQuery, factor?: number): BoundQuery;
