import { bind } from "../../../bind.ts";
import { definitionOf, type Catalog } from "../../../catalog.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Scope } from "../../../scope.ts";
import type { Query } from "../documents/clause.ts";
import { ofTypes } from "./aggregate.ts";
import { compile } from "./compile.ts";
import { listedClause } from "../documents/scope.ts";

/** What the types' queries compile to; types of one query are together. */
function branchesOf(catalog: Catalog, { types, query }: SearchRequest, scope: Scope): Query[] {
  const together = new Map<string, { readonly compiled: Query; readonly types: string[] }>();
  for (const type of new Set(types)) {
    const definition = definitionOf(catalog, type);
    const compiled = compile(definition, bind(query, definition, scope));
    if (compiled.match_none) continue;
    const text = JSON.stringify(compiled);
    const alike = together.get(text);
    if (alike) alike.types.push(type);
    else together.set(text, { compiled, types: [type] });
  }
  return [...together.values()].map(({ compiled, types }) => ({
    bool: { filter: [ofTypes(types)], must: [compiled] },
  }));
}

/** What a search finds: only what exists and what the caller lists, of the types asked for, each by its own query. */
export function queryOf(catalog: Catalog, request: SearchRequest, scope: Scope): Query {
  const branches = branchesOf(catalog, request, scope);
  if (branches.length === 0) return { match_none: {} };
  return {
    bool: {
      filter: [{ term: { exists: true } }, listedClause(scope)],
      must: branches.length === 1 ? branches : [{ bool: { should: branches, minimum_should_match: 1 } }],
    },
  };
}
