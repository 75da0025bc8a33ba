import type { BoundQuery } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Query } from "./clause.ts";
/**
 * A bound query of one type in Elasticsearch's words. Its scores are ours: every leaf is a constant, which `factor`
 * multiplies, so that no statistics of other people's documents enter.
 */
export declare function compile(definition: TypeDefinition, query: BoundQuery, factor?: number): Query;
