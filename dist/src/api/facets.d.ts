import { type Catalog } from "../index/catalog.ts";
import type { AggregationAnswers, SearchRequest } from "../index/query.ts";
import type { Scope } from "../index/scope.ts";
/**
 * What the caller wants of facets. `limit` is how many values of each, after `offset` passed over; `prefix`: only values that
 * start so, case and accents aside; `field`: this facet alone.
 */
export type FacetsAsked = {
    readonly types: readonly string[];
    readonly scope: Scope;
    readonly limit: number;
    readonly offset: number;
    readonly prefix: string | undefined;
    readonly field: string | undefined;
    readonly fields: boolean;
    readonly options: boolean;
};
/** The one search that counts all of it. */
export declare function facetsRequest(catalog: Catalog, asked: FacetsAsked): SearchRequest;
/** Facets by type, from the counts of `facetsRequest`. */
export declare function facetsShown(catalog: Catalog, asked: FacetsAsked, counts: AggregationAnswers): Readonly<Record<string, unknown>>;
