import { SearchlightError } from "../../errors.ts";
import { definitionOf } from "../../index/catalog.ts";
import type { Hit } from "../../index/hit.ts";
import type { SearchQuery } from "../../index/query.ts";
import type { Principal, Scope } from "../../index/scope.ts";
import type { ApiParts } from "../parts.ts";
import { viewOf } from "../permission.ts";

/**
 * Finds what is named, as one caller may.
 *
 * - `sight`: under what scope resources of a type are found for a search under `scope`: of all projects where that is of
 *   all. Undefined where the type is not for the caller.
 * - `find`: resources of a type under a sight of it, at most `size`, what the type hides too.
 */
export type Finder = {
  readonly sight: (type: string, scope: Scope) => Scope | undefined;
  readonly find: (type: string, query: SearchQuery, size: number, sight: Scope) => Promise<readonly Hit[]>;
};

/** Naming the field that hides is enough for the hidden ones to be found. */
const ANYHOW = (field: string): SearchQuery => ({
  kind: "filter",
  of: { kind: "or", of: [{ kind: "all" }, { kind: "exists", field }], atLeast: 1 },
});

/**
 * Finds under what this caller may see. `find`
 *
 * @throws SearchlightError `bad-request` when there are more than `size`; `store-unavailable` when not all was asked
 */
export function finder(
  { store, catalog, policy }: Pick<ApiParts, "store" | "catalog" | "policy">,
  principal: Principal,
  signal: AbortSignal,
): Finder {
  return {
    sight: (type, { projectId }) => {
      const { types, scope } = viewOf({ catalog, policy }, principal, { named: [], allProjects: projectId === null });
      return types.includes(type) ? scope : undefined;
    },
    find: async (type, query, size, sight) => {
      const { hiddenBy } = definitionOf(catalog, type);
      const whole: SearchQuery = hiddenBy === undefined ? query : { kind: "and", of: [query, ANYHOW(hiddenBy)] };
      const request = { types: [type], query: whole, sort: [], from: 0, size, aggregations: {} };
      const { hits, total, complete, reasons } = await store.search(request, sight, signal);
      if (!complete) throw new SearchlightError("store-unavailable", reasons.join("; "));
      if (total <= size) return hits;
      throw new SearchlightError("bad-request", `more than ${size} resources are called so: ask for fewer of them`);
    },
  };
}
