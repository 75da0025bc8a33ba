import type { Catalog } from "../catalog.ts";
import type { AggregationAnswers, SearchRequest } from "../query.ts";
import type { Scope } from "../scope.ts";
import { type Asking } from "./probe.ts";
/**
 * Calculates a request's aggregations from an engine's readings: the meaning of aggregations, for every engine.
 *
 * @throws SearchlightError `bad-request` when what is found makes too many buckets
 */
export declare function answersTo(catalog: Catalog, { types, aggregations }: SearchRequest, scope: Scope): Asking<AggregationAnswers>;
