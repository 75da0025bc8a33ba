import { bindPath } from "../aggregations/narrow.ts";
import type { Extent, Path, Probe, Reading } from "../aggregations/probe.ts";
import { fieldHere } from "../bind.ts";
import { definitionOf, type Catalog } from "../catalog.ts";
import type { Entry } from "../entry.ts";
import { matcher, valuesOf, within } from "../match.ts";
import type { Scope } from "../scope.ts";
import type { Value } from "../values.ts";

const numbersIn = (values: readonly (readonly Value[])[]): number[] =>
  values.flat().filter((value) => typeof value === "number");

function extentOf(values: readonly (readonly Value[])[]): Extent {
  const numbers = numbersIn(values).toSorted((a, b) => a - b);
  return { count: values.flat().length, min: numbers[0] ?? null, max: numbers.at(-1) ?? null };
}

function countsOf(values: readonly (readonly Value[])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** An entry, or one object of a nested field of it. */
type Read = { readonly entry: Entry; readonly within?: string };

/** Reads the entries found, for one caller: the plain reference. */
export function readingsOf(catalog: Catalog, found: readonly Entry[], scope: Scope): (probe: Probe) => Reading {
  function narrowing(path: Path, type: string): (entry: Entry) => readonly Read[] {
    const { query, objects } = bindPath(path, definitionOf(catalog, type), scope);
    const [known, chosen] = [matcher(query), matcher(objects?.query ?? query)];
    return (entry) => {
      if (known(entry) === undefined) return [];
      if (!objects) return [{ entry }];
      const own = (entry.objects[objects.path] ?? []).map((object) => ({ ...entry, ...object }));
      return own.filter((one) => chosen(one) !== undefined).map((one) => ({ entry: one, within: objects.path }));
    };
  }

  function narrowed(path: Path): readonly Read[] {
    const byType = new Map<string, ReturnType<typeof narrowing>>();
    return found.flatMap((entry) => {
      const { type } = entry.ref;
      const narrow = byType.get(type) ?? narrowing(path, type);
      byType.set(type, narrow);
      return narrow(entry);
    });
  }

  const valuesIn = ({ entry, ...within }: Read, field: string): readonly Value[] => {
    const named = fieldHere({ definition: definitionOf(catalog, entry.ref.type), scope, ...within }, field);
    return named ? valuesOf(entry, named.key) : [];
  };

  return (probe) => {
    const read = narrowed(probe.path);
    if (probe.what === "documents") return read.length;
    const values = read.map((one) => valuesIn(one, probe.field));
    if (probe.what === "values") return countsOf(values);
    if (probe.what === "extent") return extentOf(values);
    return probe.edges.slice(1).map((lt, i) => {
      const bounds = { gte: probe.edges[i]!, lt };
      return values.filter((own) => numbersIn([own]).some((number) => within(number, bounds))).length;
    });
  };
}
