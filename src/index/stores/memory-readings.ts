import { bindPath } from "../aggregations/narrow.ts";
import type { Extent, Path, Probe, Reading } from "../aggregations/probe.ts";
import { definitionOf, fieldNamed, type Catalog } from "../catalog.ts";
import type { Entry } from "../entry.ts";
import { matcher, valuesOf, within, type Matcher } from "../match.ts";
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

/** Reads the entries found, for one caller: the plain reference. */
export function readingsOf(catalog: Catalog, found: readonly Entry[], scope: Scope): (probe: Probe) => Reading {
  function narrowed(path: Path): readonly Entry[] {
    const matchers = new Map<string, Matcher>();
    return found.filter((entry) => {
      const { type } = entry.ref;
      const known = matchers.get(type) ?? matcher(bindPath(path, definitionOf(catalog, type), scope));
      matchers.set(type, known);
      return known(entry) !== undefined;
    });
  }

  const valuesIn = (entry: Entry, field: string): readonly Value[] => {
    const named = fieldNamed(definitionOf(catalog, entry.ref.type), field, scope);
    return named ? valuesOf(entry, named.key) : [];
  };

  return (probe) => {
    const entries = narrowed(probe.path);
    if (probe.what === "documents") return entries.length;
    const values = entries.map((entry) => valuesIn(entry, probe.field));
    if (probe.what === "values") return countsOf(values);
    if (probe.what === "extent") return extentOf(values);
    return probe.edges.slice(1).map((lt, i) => {
      const bounds = { gte: probe.edges[i]!, lt };
      return values.filter((own) => numbersIn([own]).some((number) => within(number, bounds))).length;
    });
  };
}
