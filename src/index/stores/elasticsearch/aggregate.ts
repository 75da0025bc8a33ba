import { bindPath } from "../../aggregations/narrow.ts";
import type { Path, Probe, Reading, Readings } from "../../aggregations/probe.ts";
import { definitionOf, fieldNamed, type Catalog } from "../../catalog.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import type { Aggregation, Query } from "./clause.ts";
import { compile } from "./compile.ts";
import { placeOf } from "./fields.ts";

/** What of a probe one clause answers: some types, narrowed alike, whose values are in one of our fields. */
export type Part = {
  readonly probe: Probe;
  readonly narrow: Query;
  readonly field: string;
  readonly numeric: boolean;
};

export const ofTypes = (types: readonly string[]): Query => ({ terms: { type: [...types] } });

/** For some types at once: which of them are treated alike, told by a text. */
function alike(types: readonly string[], say: (type: string) => unknown): [text: string, types: string[]][] {
  const together = new Map<string, string[]>();
  for (const type of new Set(types)) {
    const said = say(type);
    if (said === undefined) continue;
    const text = JSON.stringify(said);
    together.set(text, [...(together.get(text) ?? []), type]);
  }
  return [...together];
}

const bothOf = (types: readonly string[], query: Query): Query => ({
  bool: { filter: query.match_all ? [ofTypes(types)] : [ofTypes(types), query] },
});

/** Who asks, and where. */
export type Asker = { readonly catalog: Catalog; readonly types: readonly string[]; readonly scope: Scope };

/** The parts of a probe. Types that do not have its field for this caller are not looked into. */
export function partsOf({ catalog, types, scope }: Asker, probe: Probe): Part[] {
  const say = (type: string): unknown => {
    const definition = definitionOf(catalog, type);
    const query = compile(definition, bindPath(probe.path, definition, scope));
    if (query.match_none) return undefined;
    if (probe.what === "documents") return { query, field: "", numeric: false };
    const named = fieldNamed(definition, probe.field, scope);
    if (!named) return undefined;
    const { values, numeric } = placeOf(definition, named.key);
    return probe.what === "steps" && !numeric ? undefined : { query, field: values, numeric };
  };
  return alike(types, say).map(([text, own]) => {
    const { query, field, numeric } = JSON.parse(text) as { query: Query; field: string; numeric: boolean };
    return { probe, narrow: bothOf(own, query), field, numeric };
  });
}

/** What lies on a path, as a clause over several types. */
export function pathQuery({ catalog, types, scope }: Asker, path: Path): Query {
  const say = (type: string): Query => {
    const definition = definitionOf(catalog, type);
    return compile(definition, bindPath(path, definition, scope));
  };
  const should = alike(types, say).map(([text, own]) => bothOf(own, JSON.parse(text) as Query));
  return { bool: { should, minimum_should_match: 1 } };
}

function innerClauses({ probe, field, numeric }: Part, size: number): Record<string, Aggregation> {
  switch (probe.what) {
    case "documents":
      return {};
    case "values":
      return { values: { terms: { field, size, shard_size: size } } };
    case "extent":
      return {
        count: { value_count: { field } },
        ...(numeric && { min: { min: { field } }, max: { max: { field } } }),
      };
    case "steps": {
      const ranges = probe.edges.slice(1).map((to, i) => ({ from: probe.edges[i]!, to }));
      return { steps: { range: { field, ranges } } };
    }
  }
}

/** Asks for a part; of values, for the `size` most frequent. */
export const partClause = (part: Part, size: number): Aggregation => ({
  filter: part.narrow,
  aggs: innerClauses(part, size),
});

/** Asks for one page of all of a part's values. */
export const pageClause = ({ field }: Part, size: number, after: Value | undefined): Aggregation => ({
  composite: {
    size,
    sources: [{ value: { terms: { field } } }],
    ...(after !== undefined && { after: { value: after } }),
  },
});

type Page = { readonly buckets: readonly { readonly key: { readonly value: Value }; readonly doc_count: number }[] };

/** Reads the answer to a `pageClause`. */
export const readPage = (aggregate: unknown): [Value, number][] =>
  ((aggregate as Page | undefined)?.buckets ?? []).map(({ key, doc_count }) => [key.value, doc_count]);

type Single = { readonly value: number | null };
type Aggregate = {
  readonly doc_count: number;
  readonly count?: Single;
  readonly min?: Single;
  readonly max?: Single;
  readonly steps?: { readonly buckets: readonly { readonly doc_count: number }[] };
  readonly values?: {
    readonly doc_count_error_upper_bound?: number;
    readonly sum_other_doc_count?: number;
    readonly buckets: readonly { readonly key: Value; readonly doc_count: number }[];
  };
};

/** Whether the answer to a `partClause` has all values. An answer without it (no shard replied) holds nothing. */
export function isWhole(aggregate: unknown): boolean {
  const values = (aggregate as Aggregate | undefined)?.values;
  return !values?.doc_count_error_upper_bound && !values?.sum_other_doc_count;
}

/** Reads the answer to a `partClause`. */
export function readPart({ probe: { what } }: Part, aggregate: unknown): Reading {
  const found = (aggregate ?? { doc_count: 0 }) as Aggregate;
  if (what === "documents") return found.doc_count;
  if (what === "values") return new Map(found.values?.buckets.map(({ key, doc_count }) => [key, doc_count]));
  if (what === "steps") return found.steps?.buckets.map(({ doc_count }) => doc_count) ?? [];
  return { count: found.count?.value ?? 0, min: found.min?.value ?? null, max: found.max?.value ?? null };
}

const least = (values: readonly (number | null)[], choose: (...all: number[]) => number): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : choose(...known);
};

function sumValues(all: readonly Readings["values"][]): Readings["values"] {
  const sums = new Map<Value, number>();
  for (const counts of all) for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

/** A probe's reading from those of its parts. */
export function joined(probe: Probe, parts: readonly Reading[]): Reading {
  if (probe.what === "documents") return (parts as number[]).reduce((sum, one) => sum + one, 0);
  if (probe.what === "values") return sumValues(parts as Readings["values"][]);
  if (probe.what === "steps")
    return probe.edges
      .slice(1)
      .map((_, i) => (parts as Readings["steps"][]).reduce((sum, one) => sum + (one[i] ?? 0), 0));
  const extents = parts as Readings["extent"][];
  return {
    count: extents.reduce((sum, { count }) => sum + count, 0),
    min: least(
      extents.map(({ min }) => min),
      Math.min,
    ),
    max: least(
      extents.map(({ max }) => max),
      Math.max,
    ),
  };
}
