import type { Catalog } from "../../index/catalog.ts";
import type { Hit } from "../../index/hit.ts";
import type { Json } from "../../index/json.ts";
import { namesOf } from "../../index/names.ts";
import type { Scope } from "../../index/scope.ts";
import { idsIn } from "../ids-in.ts";
import type { Called } from "./called.ts";

/**
 * The hits with the names of what they refer to, as far as the caller may see what is named: what it may not see has no
 * more of a name than what is not there.
 */
export async function withNames(
  hits: readonly Hit[],
  catalog: Catalog,
  scope: Scope,
  { names: namesNow }: Called,
): Promise<readonly Hit[]> {
  const names = namesOf(catalog, [...new Set(hits.map(({ type }) => type))], scope);
  const called = new Map<string, ReadonlyMap<string, Json>>();
  for (const to of new Set(names.map((name) => name.to))) {
    const fields = new Map(names.filter((name) => name.to === to).map(({ type, field }) => [type, field]));
    const ids = new Set(hits.flatMap(({ type, source }) => idsIn(source[fields.get(type) ?? ""])));
    if (ids.size > 0) called.set(to, await namesNow(to, ids, scope));
  }
  return hits.map((hit) => {
    const told = names
      .filter(({ type }) => type === hit.type)
      .flatMap(({ name, field, to }): [string, Json][] => {
        const all = idsIn(hit.source[field]).flatMap((id) => called.get(to)?.get(id) ?? []);
        return all.length === 0 ? [] : [[name, Array.isArray(hit.source[field]) ? all : all[0]!]];
      });
    return told.length === 0 ? hit : { ...hit, names: Object.fromEntries(told) };
  });
}
