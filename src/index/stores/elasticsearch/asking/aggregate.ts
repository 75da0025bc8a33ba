import { bindPath } from "../../../aggregations/narrow.ts";
import {
  extentOf,
  numbersAmong,
  type Path,
  type Probe,
  type Reading,
  type ValueCounts,
} from "../../../aggregations/probe.ts";
import { fieldHere } from "../../../binding/here.ts";
import { definitionOf } from "../../../catalog.ts";
import type { TypeDefinition } from "../../../definition.ts";
import type { Scope } from "../../../scope.ts";
import type { Value } from "../../../values.ts";
import type { Asker } from "./asker.ts";
import type { Aggregation, Query } from "../documents/clause.ts";
import { compile } from "./compile.ts";
import { objectsColumn, placeOf, type Place } from "../documents/fields.ts";
import { readTop, topClause } from "./hits.ts";
import { rangeAt } from "./leaf.ts";

/**
 * What of a probe one clause answers: some types, narrowed alike, whose values are in one of our fields; of their documents,
 * or of the objects in one. `entry`: where the numbers are that an open map's values read as, where a probe is about these.
 */
export type Part = {
  readonly probe: Probe;
  readonly narrow: Query;
  readonly objects?: { readonly path: string; readonly narrow: Query };
  readonly field: string;
  readonly entry?: Place;
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

type Said = Pick<Part, "objects" | "field" | "entry"> & { readonly query: Query };

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
  if (probe.what === "documents" || probe.what === "hits") return { query, ...objects, field: "" };
  const named = fieldHere({ definition, scope, ...within }, probe.field);
  if (!named) return undefined;
  const place = placeOf(holder, named.key);
  const said = { query, ...objects, field: place.values };
  if (probe.what === "values" || probe.what === "count" || place.numeric) return said;
  return place.open && { ...said, entry: place };
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

/** How many documents have a number within each step. */
function stepsClause(field: string, edges: readonly number[], entry: Place | undefined): Aggregation {
  const ranges = edges.slice(1).map((to, i) => ({ from: edges[i]!, to }));
  if (!entry) return { range: { field, ranges } };
  return { filters: { filters: ranges.map(({ from, to }) => rangeAt(entry, { gte: from, lt: to }, true)) } };
}

/** Whether all values are asked for: what an open map's values read as, Elasticsearch does not know. */
export const isOfValues = ({ probe: { what }, entry }: Part): boolean =>
  what === "values" || what === "numbers" || (what === "extent" && entry !== undefined);

function innerClauses(part: Part, size: number): Record<string, Aggregation> {
  const { probe, field, entry, asker } = part;
  if (isOfValues(part)) return { values: { terms: { field, size, shard_size: size } } };
  switch (probe.what) {
    case "documents":
    case "values":
    case "numbers":
      return {};
    case "hits":
      return { top: topClause(asker, probe) };
    case "count":
      return { count: { value_count: { field } } };
    case "extent":
      return { min: { min: { field } }, max: { max: { field } } };
    case "steps":
      return { steps: stepsClause(field, probe.edges, entry) };
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

/** What all values of a part say. */
export function readValues({ probe: { what } }: Part, values: ValueCounts): Reading {
  if (what === "values") return values;
  const numbers = numbersAmong(values);
  return what === "numbers" ? numbers : extentOf(numbers.keys());
}

/** Reads the answer to a `partClause`. */
export function readPart(part: Part, aggregate: unknown): Reading {
  const { what } = part.probe;
  const found = (insideOf(part, aggregate) ?? { doc_count: 0 }) as Aggregate;
  if (part.probe.what === "hits") return readTop(part.asker, part.probe, found.top);
  if (what === "documents") return found.doc_count;
  if (isOfValues(part))
    return readValues(part, new Map(found.values?.buckets.map(({ key, doc_count }) => [key, doc_count])));
  if (what === "steps") return found.steps?.buckets.map(({ doc_count }) => doc_count) ?? [];
  if (what === "count") return found.count?.value ?? 0;
  return { min: found.min?.value ?? null, max: found.max?.value ?? null };
}
