import { contextOf } from "../../src/api/dialects/context.ts";
import { readQuery } from "../../src/api/dialects/dsl.ts";
import { LIMITS } from "../../src/api/limits.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import type { Scope } from "../../src/index/scope.ts";
import { catalog, member, ROCKET } from "../index/worlds.ts";
import { NOW, PROBE } from "./world.ts";

const isCalled = (query: SearchQuery | undefined): boolean =>
  query?.kind === "or" && query.atLeast === 0 && query.of.every(({ kind }) => kind === "called");

/** What a query finds, without what only puts names first (`called.test.ts` has that). */
function finding(query: SearchQuery): SearchQuery {
  if (query.kind === "and" && query.of.length === 2 && isCalled(query.of[1])) return finding(query.of[0]!);
  if (query.kind === "and" || query.kind === "or") return { ...query, of: query.of.map(finding) };
  return query.kind === "not" || query.kind === "filter" || query.kind === "boost"
    ? { ...query, of: finding(query.of) }
    : query;
}

/** What a query of the DSL finds for a member of p1 who searches rockets and probes. */
export const treeOf = (query: unknown, scope: Scope = member("p1")): SearchQuery =>
  finding(readQuery(query, "query", contextOf(catalog, [ROCKET, PROBE], scope, LIMITS, NOW)));

/** What a query text means. */
export const luceneOf = (query: string, options: object = {}): SearchQuery =>
  treeOf({ query_string: { query, ...options } });
