import { definitionOf, type Catalog } from "../index/catalog.ts";
import type { Hit } from "../index/hit.ts";
import { relationsOf, type Relation } from "../index/relations.ts";
import { idsIn } from "./ids-in.ts";
import type { View } from "./permission.ts";

/** Resources that one is related to by one field: `in` are those that refer to it, `out` those that it refers to. */
export type Related = Relation & { readonly way: "in" | "out"; readonly search: RelatedSearch };

/** The search that finds them: anybody may make it. */
type RelatedSearch = { readonly type: string; readonly query: object };

/** A query that names what a type hides leaves nothing hidden out. It stands in a filter, and scores nothing. */
function withHidden(catalog: Catalog, type: string, query: object): object {
  const { hiddenBy } = definitionOf(catalog, type);
  const either = { bool: { should: [{ match_all: {} }, { exists: { field: hiddenBy } }] } };
  return { bool: { filter: hiddenBy === undefined ? [query] : [query, either] } };
}

/**
 * Everything that may be related to this resource as the caller sees it. That there is a search says nothing of what it
 * finds: a reference to what the caller may not see is like one to nothing. At most `most` references of a field are followed.
 */
export function relatedTo(hit: Hit, catalog: Catalog, { types, scope }: View, most: number): Related[] {
  const search = (type: string, query: object): RelatedSearch => ({ type, query: withHidden(catalog, type, query) });
  return relationsOf(catalog, types, scope).flatMap((relation): Related[] => {
    const { from, field, to } = relation;
    const ids = from === hit.type && types.includes(to) ? idsIn(hit.source[field]).slice(0, most) : [];
    return [
      ...(ids.length > 0 ? [{ ...relation, way: "out" as const, search: search(to, { ids: { values: ids } }) }] : []),
      ...(to === hit.type
        ? [{ ...relation, way: "in" as const, search: search(from, { term: { [field]: hit.id } }) }]
        : []),
    ];
  });
}
