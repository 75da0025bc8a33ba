import { hasNumbers } from "../aggregations/narrow.ts";
import { extentOf, numbersAmong, type Counting, type Path, type Reading } from "../aggregations/probe.ts";
import { fieldHere } from "../binding/here.ts";
import { definitionOf, type Catalog, type NamedField } from "../catalog.ts";
import { valuesOf, within } from "../match.ts";
import type { Scope } from "../scope.ts";
import { numberOf, type Value } from "../values.ts";
import type { Read } from "./memory-narrowed.ts";

function countsOf(values: readonly (readonly Value[])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const some of values) for (const value of some) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Counts what lies on a path, for one caller: the plain reference. */
export function readingsOf(
  catalog: Catalog,
  narrowed: (path: Path) => readonly Read[],
  scope: Scope,
): (probe: Counting) => Reading {
  /** What a name means for whatever is read: looked up once for all of a type, and of a nested field. */
  function naming(field: string): (read: Read) => NamedField | undefined {
    const known = new Map<string, NamedField | undefined>();
    return ({ entry, within }) => {
      const place = `${entry.ref.type}\n${within ?? ""}`;
      if (!known.has(place)) {
        const definition = definitionOf(catalog, entry.ref.type);
        known.set(place, fieldHere({ definition, scope, ...(within !== undefined && { within }) }, field));
      }
      return known.get(place);
    };
  }

  function valuesIn(reads: readonly Read[], field: string): readonly (readonly Value[])[] {
    const named = naming(field);
    return reads.map((read) => {
      const found = named(read);
      return found ? valuesOf(read.entry, found.key) : [];
    });
  }

  function numbersIn(reads: readonly Read[], field: string): readonly (readonly number[])[] {
    const named = naming(field);
    return reads.map((read) => {
      const found = named(read);
      if (!found || !hasNumbers(found)) return [];
      const values = valuesOf(read.entry, found.key);
      return values.flatMap((value) => (typeof value === "number" ? value : (numberOf(value) ?? [])));
    });
  }

  return (probe) => {
    const read = narrowed(probe.path);
    if (probe.what === "documents") return read.length;
    if (probe.what === "values") return countsOf(valuesIn(read, probe.field));
    if (probe.what === "count") return valuesIn(read, probe.field).flat().length;
    const numbers = numbersIn(read, probe.field);
    if (probe.what === "numbers") return numbersAmong(countsOf(numbers));
    if (probe.what === "extent") return extentOf(numbers.flat());
    return probe.edges.slice(1).map((lt, i) => {
      const bounds = { gte: probe.edges[i]!, lt };
      return numbers.filter((own) => own.some((number) => within(number, bounds))).length;
    });
  };
}
