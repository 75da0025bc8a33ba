import { bindPath } from "../aggregations/narrow.ts";
import type { Path } from "../aggregations/probe.ts";
import { definitionOf, type Catalog } from "../catalog.ts";
import type { Findable } from "../entry.ts";
import { matcher } from "../match.ts";
import type { Scope } from "../scope.ts";
import type { Scored } from "./memory-hits.ts";

/** What was found, or one object of a nested field of it. */
export type Read<E extends Findable = Findable> = Scored<E> & { readonly within?: string };

/** What lies on a path from what was found of these types, for one caller: the plain reference. */
export function narrowedBy<E extends Findable>(
  catalog: Catalog,
  types: readonly string[],
  found: readonly Scored<E>[],
  scope: Scope,
): (path: Path) => readonly Read<E>[] {
  function narrowing(path: Path, type: string): (found: Scored<E>) => readonly Read<E>[] {
    const { query, objects } = bindPath(path, definitionOf(catalog, type), scope);
    const [known, chosen] = [matcher(query), matcher(objects?.query ?? query)];
    return ({ entry, score }) => {
      if (known(entry) === undefined) return [];
      if (!objects) return [{ entry, score }];
      const own = (entry.objects[objects.path] ?? []).map((object) => ({ ...entry, ...object }));
      return own.filter((one) => chosen(one) !== undefined).map((one) => ({ entry: one, score, within: objects.path }));
    };
  }

  return (path) => {
    const byType = new Map(types.map((type) => [type, narrowing(path, type)]));
    return found.flatMap((one) => byType.get(one.entry.ref.type)?.(one) ?? []);
  };
}
