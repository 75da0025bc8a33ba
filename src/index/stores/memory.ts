import { answersTo } from "../aggregations/answers.ts";
import { settle } from "../aggregations/probe.ts";
import { bind, bindNarrower } from "../bind.ts";
import { definitionOf, type Catalog } from "../catalog.ts";
import { entryOf, type Entry } from "../entry.ts";
import { joined, UNKNOWN } from "../freshness.ts";
import { hitOf } from "../hit.ts";
import { matcher, type Matcher } from "../match.ts";
import { merge } from "../merge.ts";
import { stateOf } from "../operation.ts";
import { assertSortable, orderOf } from "../order.ts";
import type { SearchRequest } from "../request.ts";
import { exists, type Ref, type Resource } from "../resource.ts";
import { assertIndexer, type Scope } from "../scope.ts";
import { lists, reads } from "../sight.ts";
import type { IndexStore } from "../store.ts";
import { settled, suggesting } from "../suggest/answer.ts";
import { hitsOf, placed, type Placed, type Scored } from "./memory-hits.ts";
import { narrowedBy } from "./memory-narrowed.ts";
import { readingsOf } from "./memory-readings.ts";
import { lookIn } from "./memory-lookup.ts";

type Held = { readonly state: Resource; readonly entry: Entry | undefined; readonly written: number };

/** The plain reference: everything in one map, every search a walk over it. By it the other engines are tested. */
export function memoryStore(catalog: Catalog): IndexStore {
  const held = new Map<string, Held>();
  const keyOf = ({ type, id }: Ref): string => `${type}\n${id}`;

  function find(request: SearchRequest, scope: Scope): Placed[] {
    const bound = new Map<string, Matcher>(
      request.types.map((type) => [type, matcher(bind(request.query, definitionOf(catalog, type), scope))]),
    );
    const found: Scored[] = [];
    for (const { entry } of held.values()) {
      const score = entry && lists(entry.access, scope) ? bound.get(entry.ref.type)?.(entry) : undefined;
      if (entry && score !== undefined) found.push({ entry, score });
    }
    return placed(catalog, found, request, scope);
  }

  /** Whether an entry of what matched is a hit. What is asked is refused or not whatever there is. */
  function passing({ types, postFilter }: SearchRequest, scope: Scope): (entry: Entry) => boolean {
    if (postFilter === undefined) return () => true;
    const bound = new Map<string, Matcher>(
      types.map((type) => [
        type,
        matcher(bindNarrower({ definition: definitionOf(catalog, type), scope }, postFilter)),
      ]),
    );
    return (entry) => bound.get(entry.ref.type)?.(entry) !== undefined;
  }

  let fresh = UNKNOWN;
  return {
    async apply(operations) {
      return operations.map((operation) => {
        const definition = definitionOf(catalog, operation.ref.type);
        const key = keyOf(operation.ref);
        const before = held.get(key)?.state;
        const state = before ? merge(before, stateOf(operation)) : merge(stateOf(operation), stateOf(operation));
        held.set(key, { state, entry: entryOf(definition, state), written: Date.now() * 1000 });
        return { stored: true };
      });
    },
    async search(request, scope) {
      assertSortable(catalog, request, scope);
      const matched = find(request, scope);
      const passes = passing(request, scope);
      const found = matched.filter(({ entry }) => passes(entry));
      const { after } = request;
      const order = orderOf(request.sort);
      const behind = after ? found.filter((one) => order(after, one) < 0) : found;
      const hits = hitsOf(catalog, behind, request, scope);
      const narrowed = narrowedBy(catalog, request.types, matched, scope);
      const counts = readingsOf(catalog, narrowed, scope);
      const aggregations = settle(answersTo(catalog, request, scope), (probe) =>
        probe.what === "hits"
          ? hitsOf(catalog, placed(catalog, narrowed(probe.path), probe, scope), probe, scope)
          : counts(probe),
      );
      return { total: found.length, hits, aggregations, complete: true, reasons: [] };
    },
    async suggest(request, scope) {
      const entries = [...held.values()].flatMap(({ entry }) => entry ?? []);
      const listed = entries.filter(({ access }) => lists(access, scope));
      const suggestions = settled(suggesting(catalog, request, scope), lookIn(catalog, listed, scope));
      return { suggestions, complete: true, reasons: [] };
    },
    async get(ref, scope) {
      const definition = catalog.get(ref.type);
      const entry = held.get(keyOf(ref))?.entry;
      if (!definition || !entry || (definition.access.adminOnly && !scope.admin)) return undefined;
      return reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
    },
    async *scan(type, scope) {
      assertIndexer(scope);
      for (const { state } of held.values()) if (state.ref.type === type) yield state;
    },
    async states(refs, scope) {
      assertIndexer(scope);
      return refs.map((ref) => held.get(keyOf(ref))?.state);
    },
    async purge(before) {
      const old = [...held].filter(([, { state, written }]) => !exists(state) && written < before);
      for (const [key] of old) held.delete(key);
      return old.length;
    },
    outdated: async () => [],
    freshness: async () => fresh,
    async note(told) {
      fresh = joined(fresh, told);
    },
    async refresh() {},
    async ready() {},
    async close() {},
  };
}
