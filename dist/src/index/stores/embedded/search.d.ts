import type { Catalog } from "../../catalog.ts";
import type { AggregationAnswers, SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { type Found } from "./rank.ts";
import type { TypeIndex } from "./type-index.ts";
/** What a search found, before the documents of its page are read. */
export type Findings = {
    readonly total: number;
    readonly page: readonly Found[];
    readonly aggregations: AggregationAnswers;
    /** False when it was interrupted: what is there is true, but not all of it. */
    readonly complete: boolean;
};
/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export declare function findIn(catalog: Catalog, indexes: readonly TypeIndex[], request: SearchRequest, scope: Scope): Findings;
