import type { estypes } from "@elastic/elasticsearch";

/** A clause of Elasticsearch's query language; the client's own type admits undefined, which none is. */
export type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** A clause that asks for an aggregation. */
export type Aggregation = NonNullable<estypes.AggregationsAggregationContainer>;
