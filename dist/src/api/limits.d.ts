/** What one request may cost. Everything beyond is a 400 (a 413 for bodies) that names the limit. */
export type Limits = {
    /** Bytes of a search's body, and of posted notifications. */
    readonly searchBytes: number;
    readonly notificationBytes: number;
    /** Milliseconds that a search may take. */
    readonly searchMilliseconds: number;
    /** How deep queries nest, and how many clauses and words one request may hold. */
    readonly depth: number;
    readonly clauses: number;
    /** Characters of a query text, and of a pattern with wildcards. */
    readonly textLength: number;
    readonly patternLength: number;
    /** Values in one `terms` or `ids` clause. */
    readonly values: number;
    /** Hits on one page. */
    readonly page: number;
    /** The last hit that paging reaches: `from` + `size`. */
    readonly window: number;
    /** How many resources of an export are read, and in memory, at once. */
    readonly exportPage: number;
    /** Aggregations of one request, how deep they stand in each other, and ranges or queries of one. */
    readonly aggregations: number;
    readonly aggregationDepth: number;
    readonly ranges: number;
    /** Buckets of one aggregation, and values of one facet. */
    readonly buckets: number;
    readonly sortKeys: number;
    /** Requests of one project in a minute, and at a time; beyond them it is a 429. */
    readonly requests: number;
    readonly concurrent: number;
};
export declare const LIMITS: Limits;
