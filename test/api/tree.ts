import { contextOf } from "../../src/api/dialects/context.ts";
import { readQuery } from "../../src/api/dialects/dsl.ts";
import { LIMITS } from "../../src/api/limits.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import type { Scope } from "../../src/index/scope.ts";
import { catalog, member, ROCKET } from "../index/worlds.ts";
import { NOW, PROBE } from "./world.ts";

/** What a query of the DSL means to a member of p1 who searches rockets and probes. */
export const treeOf = (query: unknown, scope: Scope = member("p1")): SearchQuery =>
  readQuery(query, "query", contextOf(catalog, [ROCKET, PROBE], scope, LIMITS, NOW));

/** What a query text means. */
export const luceneOf = (query: string, options: object = {}): SearchQuery =>
  treeOf({ query_string: { query, ...options } });
