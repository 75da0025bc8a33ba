import type { Catalog } from "../../index/catalog.ts";
import type { Json } from "../../index/json.ts";
import { nameField } from "../../index/names.ts";
import type { Scope } from "../../index/scope.ts";
import type { Finder } from "./find.ts";
import type { Remembered } from "./remembered.ts";

/**
 * How resources of a type are called, as far as the caller may see them: of a search under `scope`.
 *
 * - `beside`: asks, while the search itself is under way, for what its answer will most likely name. It never fails:
 *   what it could not learn is asked again by `names`, which says why.
 */
export type Called = {
  readonly beside: (type: string, scope: Scope) => Promise<void>;
  readonly names: (type: string, ids: ReadonlySet<string>, scope: Scope) => Promise<ReadonlyMap<string, Json>>;
};

/** What asking takes; `good`: for how many milliseconds a name that was told may be told again. */
export type Calling = {
  readonly finder: Finder;
  readonly catalog: Catalog;
  readonly remembered: Remembered;
  readonly good: number;
};

/** Names for one search that begins now: none is told that was asked longer than `good` before. */
export function calledFrom({ finder, catalog, remembered, good }: Calling): Called {
  const since = performance.now() - good;
  const ask = async (type: string, ids: readonly string[], sight: Scope): Promise<ReadonlyMap<string, Json>> => {
    const at = performance.now();
    const own = nameField(catalog, type);
    const hits = await finder.find(type, { kind: "ids", ids }, ids.length, sight);
    const found = new Map(
      hits.flatMap(({ id, source }): [string, Json][] => (source[own] == null ? [] : [[id, source[own]]])),
    );
    remembered(type, sight).note(ids, found, at);
    return found;
  };
  return {
    beside: async (type, scope) => {
      const sight = finder.sight(type, scope);
      if (sight === undefined) return;
      const names = remembered(type, sight);
      const lately = names.lately();
      // Whoever asks for the first time: most of what a project's people see refers to the project itself.
      const likely = lately.length === 0 && sight.projectId !== null ? [sight.projectId] : lately;
      const { unknown } = names.told(likely, since);
      if (unknown.length > 0) await ask(type, unknown, sight).catch(() => undefined);
    },
    names: async (type, ids, scope) => {
      const sight = finder.sight(type, scope);
      if (sight === undefined) return new Map();
      const { called, unknown } = remembered(type, sight).told(ids, since);
      if (unknown.length === 0) return called;
      return new Map([...called, ...(await ask(type, unknown, sight))]);
    },
  };
}
