import { bindPath } from "../../aggregations/narrow.ts";
import type { Path, Probe, Reading, Readings } from "../../aggregations/probe.ts";
import { fieldHere } from "../../bind.ts";
import { definitionOf } from "../../catalog.ts";
import type { TypeDefinition } from "../../definition.ts";
import { orderOf } from "../../order.ts";
import { placeOf as placeOfHit } from "../../place.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import type { Asker } from "./asker.ts";
import type { Aggregation, Query } from "./clause.ts";
import { compile } from "./compile.ts";
import { objectsColumn, placeOf } from "./fields.ts";
import { readTop, topClause } from "./hits.ts";

/**
 * What of a probe one clause answers: some types, narrowed alike, whose values are in one of our fields; of their documents,
 * or of the objects in one.
 */
export type Part = {
  readonly probe: Probe;
  readonly narrow: Query;
  readonly objects?: { readonly path: string; readonly narrow: Query };
  readonly field: string;
  readonly numeric: boolean;
  readonly asker: Asker;
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

type Said = Pick<Part, "objects" | "field" | "numeric"> & { readonly query: Query };

/** What a probe asks of one type; undefined where that can only be nothing. */
function sayOf(probe: Probe, definition: TypeDefinition, scope: Scope): Said | undefined {
  const bound = bindPath(probe.path, definition, scope);
  const query = compile(definition, bound.query);
  if (query.match_none) return undefined;
  const within = bound.objects && { within: bound.objects.path };
  const holder = { ...definition, ...within };
  const objects = bound.objects && {
    objects: { path: objectsColumn(definition, bound.objects.path), narrow: compile(holder, bound.objects.query) },
  };
  if (probe.what === "documents" || probe.what === "hits") return { query, ...objects, field: "", numeric: false };
  const named = fieldHere({ definition, scope, ...within }, probe.field);
  if (!named) return undefined;
  const { values, numeric } = placeOf(holder, named.key);
  return probe.what === "steps" && !numeric ? undefined : { query, ...objects, field: values, numeric };
}

/** The parts of a probe. Types that do not have its field for this caller are not looked into. */
export const partsOf = (asker: Asker, probe: Probe): Part[] => {
  const { catalog, types, scope } = asker;
  return alike(types, (type) => sayOf(probe, definitionOf(catalog, type), scope)).map(([text, own]) => {
    const { query, ...said } = JSON.parse(text) as Said;
    return { probe, narrow: bothOf(own, query), ...said, asker };
  });
};

/** What lies on a path, as a clause over several types. */
export function pathQuery({ catalog, types, scope }: Asker, path: Path): Query {
  const say = (type: string): Query => {
    const definition = definitionOf(catalog, type);
    return compile(definition, bindPath(path, definition, scope).query);
  };
  const should = alike(types, say).map(([text, own]) => bothOf(own, JSON.parse(text) as Query));
  return { bool: { should, minimum_should_match: 1 } };
}

function innerClauses({ probe, field, numeric, asker }: Part, size: number): Record<string, Aggregation> {
  switch (probe.what) {
    case "documents":
      return {};
    case "hits":
      return { top: topClause(asker, probe) };
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

type Clauses = Record<string, Aggregation>;

/** Asks something of a part's objects, where it is about such, else of its documents. */
const inside = ({ objects }: Part, aggs: Clauses): Clauses =>
  objects ? { objects: { nested: { path: objects.path }, aggs: { chosen: { filter: objects.narrow, aggs } } } } : aggs;

/** The answer to what was asked `inside`. */
const insideOf = ({ objects }: Part, answer: unknown): unknown =>
  objects ? (answer as { objects?: { chosen?: unknown } } | undefined)?.objects?.chosen : answer;

/** Asks for a part; of values, for the `size` most frequent. */
export const partClause = (part: Part, size: number): Aggregation => ({
  filter: part.narrow,
  aggs: inside(part, innerClauses(part, size)),
});

/** Asks for one page of all of a part's values. */
export const pageClause = (part: Part, size: number, after: Value | undefined): Clauses =>
  inside(part, {
    page: {
      composite: {
        size,
        sources: [{ value: { terms: { field: part.field } } }],
        ...(after !== undefined && { after: { value: after } }),
      },
    },
  });

type Page = {
  readonly page?: {
    readonly buckets: readonly { readonly key: { readonly value: Value }; readonly doc_count: number }[];
  };
};

/** Reads the answer to a `pageClause`. */
export const readPage = (part: Part, aggregations: unknown): [Value, number][] =>
  ((insideOf(part, aggregations) as Page | undefined)?.page?.buckets ?? []).map(({ key, doc_count }) => [
    key.value,
    doc_count,
  ]);

type Single = { readonly value: number | null };
type Aggregate = {
  readonly doc_count: number;
  readonly top?: unknown;
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
export function isWhole(part: Part, aggregate: unknown): boolean {
  const values = (insideOf(part, aggregate) as Aggregate | undefined)?.values;
  return !values?.doc_count_error_upper_bound && !values?.sum_other_doc_count;
}

/** Reads the answer to a `partClause`. */
export function readPart(part: Part, aggregate: unknown): Reading {
  const { what } = part.probe;
  const found = (insideOf(part, aggregate) ?? { doc_count: 0 }) as Aggregate;
  if (part.probe.what === "hits") return readTop(part.asker, part.probe, found.top);
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

function firstHits(
  { sort, from, size }: Pick<SearchRequest, "sort" | "from" | "size">,
  all: readonly Readings["hits"][],
) {
  const order = orderOf(sort);
  const placed = all.flat().map((hit) => ({ hit, place: placeOfHit(hit) }));
  const first = placed.toSorted((a, b) => order(a.place, b.place)).slice(from, from + size);
  return first.map(({ hit }) => hit);
}

/** A probe's reading from those of its parts. */
export function joined(probe: Probe, parts: readonly Reading[]): Reading {
  if (probe.what === "documents") return (parts as number[]).reduce((sum, one) => sum + one, 0);
  if (probe.what === "hits") return firstHits(probe, parts as Readings["hits"][]);
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
