import type { estypes } from "@elastic/elasticsearch";
import { definitionOf, fieldNamed, type Catalog } from "../../../catalog.ts";
import { assertSortable } from "../../../order.ts";
import type { Place } from "../../../place.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Sort } from "../../../query.ts";
import type { Scope } from "../../../scope.ts";
import type { Value } from "../../../values.ts";
import { sortPlace } from "../documents/fields.ts";

type SortOption = estypes.SortCombinations;

const BEST_FIRST: SortOption = { _score: { order: "desc" } };
/** The end of every order: newest first, then by id, then by type. */
const TIES: readonly SortOption[] = [{ changed: "desc" }, { id: "asc" }, { type: "asc" }];

/** One key to sort by; whether its values are numbers, for among those Elasticsearch gives infinity where there is none. */
export type SortKey = { readonly option: SortOption; readonly order: Sort["order"]; readonly numeric: boolean };

function keyOf(catalog: Catalog, types: readonly string[], { field, order }: Sort, scope: Scope): SortKey {
  if (field === "_score") return { option: { _score: { order } }, order, numeric: true };
  for (const type of types) {
    const definition = definitionOf(catalog, type);
    const named = fieldNamed(definition, field, scope);
    if (!named) continue;
    const { values, numeric } = sortPlace(definition, named);
    const mode = order === "asc" ? "min" : "max";
    const option = {
      [values]: { order, mode, missing: "_last", unmapped_type: numeric ? "double" : "keyword" },
    } as const;
    return { option, order, numeric };
  }
  return { option: { nothing: { order, missing: "_last", unmapped_type: "keyword" } }, order, numeric: false };
}

/** What a request sorts by. One name is one field in all types, or it is refused (`assertSortable`). */
export function sortKeys(catalog: Catalog, request: Pick<SearchRequest, "types" | "sort">, scope: Scope): SortKey[] {
  assertSortable(catalog, request, scope);
  return request.sort.map((sort) => keyOf(catalog, request.types, sort, scope));
}

/** The whole order of a search: by these keys, without any by score; then newest, then id. */
export const orderBy = (keys: readonly SortKey[]): SortOption[] => [
  ...(keys.length === 0 ? [BEST_FIRST] : keys.map(({ option }) => option)),
  ...TIES,
];

/** A place as Elasticsearch goes on behind it: by our own keys, so nothing is kept open in between and nothing expires. */
export function searchAfter(keys: readonly SortKey[], { entry, score, sort }: Place): estypes.SortResults {
  const missing = ({ numeric, order }: SortKey): estypes.FieldValue =>
    numeric ? (order === "asc" ? "Infinity" : "-Infinity") : null;
  const asked = keys.map((key, i) => sort[i] ?? missing(key));
  return [...(keys.length === 0 ? [score] : asked), entry.changed, entry.ref.id, entry.ref.type];
}

/** A hit's values of these keys, null where it has none. */
export const sortValues = (keys: readonly SortKey[], values: readonly unknown[] = []): (Value | null)[] =>
  keys.map(({ numeric }, i) => {
    const value = values[i];
    return typeof value === (numeric ? "number" : "string") ? (value as Value) : null;
  });
