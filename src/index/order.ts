import { SearchlightError } from "../errors.ts";
import { definitionOf, fieldNamed, type Catalog, type NamedField } from "./catalog.ts";
import type { TypeDefinition } from "./definition.ts";
import type { Findable } from "./entry.ts";
import { compareValues, valuesOf } from "./match.ts";
import type { Place } from "./place.ts";
import type { SearchRequest } from "./request.ts";
import type { Sort } from "./query.ts";
import { isNumeric } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { compareText } from "./text.ts";
import type { Value } from "./values.ts";

/** The key of an entry that a sort names in the entry's own type; undefined where the type has no such field. */
type SortKey = { readonly key: string | undefined; readonly order: Sort["order"] };

/** Fields of one name that sort together: the same or a shared field of each type, of values that compare. */
const sortClass = ({ as, field, open }: NamedField): string =>
  JSON.stringify([as, open, isNumeric(field), field.admin]);

/** Whether one sort by this name takes all these types: where they have it, it is one field of one kind, kept with them. */
export function sortsTogether(catalog: Catalog, types: readonly string[], name: string, scope: Scope): boolean {
  const named = types.map((type) => fieldNamed(definitionOf(catalog, type), name, scope));
  const fields = named.filter((found) => found !== undefined);
  return new Set(fields.map(sortClass)).size <= 1 && fields.every(({ field }) => field.nameOf === undefined);
}

/**
 * Refuses a sort by a name that means different fields in the types searched (a number here, a text there): no engine
 * sorts by two fields at once.
 *
 * @throws SearchlightError `bad-request` that names the field
 */
export function assertSortable(
  catalog: Catalog,
  { types, sort }: Pick<SearchRequest, "types" | "sort">,
  scope: Scope,
): void {
  for (const { field } of sort) {
    if (!sortsTogether(catalog, types, field, scope)) {
      const message = `'${field}' is not the same field in all the types searched: sort one type at a time by it`;
      throw new SearchlightError("bad-request", message, { at: "sort" });
    }
  }
}

/** An entry's value to sort by: of several, the least when ascending, the greatest when descending. Null when it has none. */
function sortValue(entry: Findable, score: number, { key, order }: SortKey): Value | null {
  if (key === undefined) return null;
  if (key === "_score") return score;
  const values = valuesOf(entry, key);
  if (values.length < 2) return values[0] ?? null;
  return values.toSorted(compareValues).at(order === "asc" ? 0 : -1)!;
}

/** What entries of a type are sorted by, for a caller: its fields are looked up once for all of them. */
export function sortingBy(
  sort: readonly Sort[],
  definition: TypeDefinition,
  scope: Scope,
): (entry: Findable, score: number) => (Value | null)[] {
  const keys = sort.map(({ field, order }): SortKey => {
    return { key: field === "_score" ? field : fieldNamed(definition, field, scope)?.key, order };
  });
  return (entry, score) => keys.map((key) => sortValue(entry, score, key));
}

/** Compares two lists of sort values: nulls last, whichever the order. */
function compareSorts(
  a: readonly (Value | null)[],
  b: readonly (Value | null)[],
  orders: readonly Sort["order"][],
): number {
  for (let i = 0; i < orders.length; i++) {
    const x = a[i] ?? null;
    const y = b[i] ?? null;
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const difference = compareValues(x, y);
    if (difference !== 0) return orders[i] === "asc" ? difference : -difference;
  }
  return 0;
}

/** The end of every order: newest first, then by id, then by type, so that no two resources tie. */
const compareTies = ({ entry: a }: Place, { entry: b }: Place): number =>
  b.changed - a.changed || compareText(a.ref.id, b.ref.id) || compareText(a.ref.type, b.ref.type);

/** The order of a search: by its sort, without any by score; then newest, then id, then type. */
export function orderOf(sort: readonly Sort[]): (a: Place, b: Place) => number {
  const orders = sort.map(({ order }) => order);
  const byScore = (a: Place, b: Place): number => (sort.length === 0 ? b.score - a.score : 0);
  return (a, b) => compareSorts(a.sort, b.sort, orders) || byScore(a, b) || compareTies(a, b);
}
