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
  /** The last hit that paging reaches: `from` + `size`. */
  readonly window: number;
  /** Aggregations of one request, how deep they stand in each other, and ranges or queries of one. */
  readonly aggregations: number;
  readonly aggregationDepth: number;
  readonly ranges: number;
  /** Buckets of one aggregation, and values of one facet. */
  readonly buckets: number;
  readonly sortKeys: number;
};

export const LIMITS: Limits = {
  searchBytes: 2 ** 20,
  notificationBytes: 16 * 2 ** 20,
  searchMilliseconds: 30_000,
  depth: 20,
  clauses: 1024,
  textLength: 10_000,
  patternLength: 256,
  values: 10_000,
  window: 10_000,
  aggregations: 50,
  aggregationDepth: 3,
  ranges: 100,
  buckets: 10_000,
  sortKeys: 10,
};
