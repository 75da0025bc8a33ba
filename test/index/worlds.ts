import { catalogOf } from "../../src/index/catalog.ts";
import { canonical, type Fields } from "../../src/index/json.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf, type Operation } from "../../src/index/operation.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import type { SearchRequest } from "../../src/index/request.ts";
import type { Resource } from "../../src/index/resource.ts";
import { indexerScope, scopeOf, type Scope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { plugins } from "./contract-types.ts";

/** The catalogue that the contract runs on; a store that wants a module has `contract-types.ts`. */
export const catalog = catalogOf(plugins);
export const TYPES = plugins.map(({ type }) => type);
export const ROCKET = "Test::Acme::Rocket";
export const PROBE = "Test::Acme::Probe";

/** What a member of a project may see. */
export const member = (projectId: string, userId = "u"): Scope => scopeOf({ userId, projectId, roles: ["member"] });
/** What an administrator may see, everywhere or as one of its project. */
export const admin = (allProjects = true): Scope =>
  scopeOf({ userId: "a", projectId: "p0", roles: ["admin"] }, { allProjects });

/** An event that says: a rocket (or a part of it) is this. */
export const put = (id: string, fields: Fields, observed = 10, part = "self", type = ROCKET): Operation => ({
  ref: { type, id },
  by: "event",
  stamp: { source: 0, observed },
  kind: "put",
  part,
  fields,
});
/** An event that says: a rocket is gone. */
export const remove = (id: string, observed: number, final = true): Operation => ({
  ref: { type: ROCKET, id },
  by: "event",
  stamp: { source: 0, observed },
  kind: "remove",
  final,
});

/** A request for rockets that match a query. */
export const asking = (query: SearchQuery, more: Partial<SearchRequest> = {}): SearchRequest => ({
  types: [ROCKET],
  query,
  sort: [],
  from: 0,
  size: 100,
  aggregations: {},
  ...more,
});

/** Every state of every type, by reference. */
export async function states(store: IndexStore): Promise<string[]> {
  const found: string[] = [];
  for (const type of TYPES) for await (const state of store.scan(type, indexerScope())) found.push(canonical(state));
  return found.toSorted();
}

/** The states that these operations join to, as `states` gives them: by merge alone, no store. */
export const fold = (all: readonly Operation[]): string[] => {
  const folded = new Map<string, Resource>();
  for (const operation of all) {
    const key = canonical(operation.ref);
    const before = folded.get(key);
    folded.set(key, before ? merge(before, stateOf(operation)) : merge(stateOf(operation), stateOf(operation)));
  }
  return [...folded.values()].map((state) => canonical(state)).toSorted();
};
