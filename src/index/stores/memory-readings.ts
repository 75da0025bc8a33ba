import { bindPath, hasNumbers } from "../aggregations/narrow.ts";
import { extentOf, numbersAmong, type Path, type Probe, type Reading } from "../aggregations/probe.ts";
import { fieldHere } from "../bind.ts";
import { definitionOf, type Catalog, type NamedField } from "../catalog.ts";
import { matcher, valuesOf, within } from "../match.ts";
import type { Scope } from "../scope.ts";
import { numberOf, type Value } from "../values.ts";
import { hitsOf, placed, type Scored } from "./memory-hits.ts";

function countsOf(values: readonly (readonly Value[])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const some of values) for (const value of some) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** An entry, or one object of a nested field of it. */
type Read = Scored & { readonly within?: string };

/** Reads the entries found of these types, for one caller: the plain reference. */
export function readingsOf(
  catalog: Catalog,
  types: readonly string[],
  found: readonly Scored[],
  scope: Scope,
): (probe: Probe) => Reading {
  function narrowing(path: Path, type: string): (found: Scored) => readonly Read[] {
    const { query, objects } = bindPath(path, definitionOf(catalog, type), scope);
    const [known, chosen] = [matcher(query), matcher(objects?.query ?? query)];
    return ({ entry, score }) => {
      if (known(entry) === undefined) return [];
      if (!objects) return [{ entry, score }];
      const own = (entry.objects[objects.path] ?? []).map((object) => ({ ...entry, ...object }));
      return own.filter((one) => chosen(one) !== undefined).map((one) => ({ entry: one, score, within: objects.path }));
    };
  }

  function narrowed(path: Path): readonly Read[] {
    const byType = new Map(types.map((type) => [type, narrowing(path, type)]));
    return found.flatMap((one) => byType.get(one.entry.ref.type)?.(one) ?? []);
  }

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
    if (probe.what === "hits") return hitsOf(catalog, placed(catalog, read, probe, scope), probe, scope);
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
