import { definitionOf, fieldNamed, type Catalog } from "../index/catalog.ts";
import { termsIn } from "../index/aggregations/counted.ts";
import type { AggregationAnswers, TermsAnswer } from "../index/aggregations/counted.ts";
import type { SearchRequest } from "../index/request.ts";
import type { TermsAggregation } from "../index/aggregations/aggregation.ts";
import type { Field, FieldKind } from "../index/schema.ts";
import type { Scope } from "../index/scope.ts";
import { ALL } from "./dialects/tree.ts";
import { optionShown } from "./show.ts";

/** A field of a type as facets tell it. `counted`: its values are offered. `nested`: it lies in a list of objects, or (false) in one. */
type Facet = { readonly name: string; readonly field: Field; readonly counted: boolean; readonly nested?: boolean };

/** What a kind was called when old clients were written. */
const word = (kind: FieldKind): string =>
  kind === "text" || kind === "keyword" || kind === "version" || kind === "open" ? "string" : kind;

/** The fields of a type that the caller may know of, sorted by name; an open map is its entries offered as facets, a nested field its own fields. */
function facetsOf(catalog: Catalog, type: string, { scope, field: wanted }: FacetsAsked): Facet[] {
  const definition = definitionOf(catalog, type);
  return Object.entries(definition.schema)
    .filter(([name, { kind }]) => kind !== "nested" && fieldNamed(definition, name, scope) !== undefined)
    .flatMap(([name, field]): Facet[] =>
      field.kind === "open"
        ? field.facets.map((entry) => ({ name: `${name}.${entry}`, field, counted: true, nested: false }))
        : [{ name, field, counted: field.facet, ...(field.within !== undefined && { nested: true }) }],
    )
    .filter(({ name }) => wanted === undefined || name === wanted)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What the caller wants of facets. `limit` is how many values of each, after `offset` passed over; `prefix`: only values that
 * start so, case and accents aside; `field`: this facet alone; `tellable`: the types that may be named to the caller.
 */
export type FacetsAsked = {
  readonly types: readonly string[];
  readonly scope: Scope;
  readonly limit: number;
  readonly offset: number;
  readonly prefix: string | undefined;
  readonly field: string | undefined;
  readonly fields: boolean;
  readonly options: boolean;
  readonly tellable: (type: string) => boolean;
};

const TYPES = "types";
const nameOf = (type: string, field: string): string => `${type} ${field}`;

/** The one search that counts all of it. */
export function facetsRequest(catalog: Catalog, asked: FacetsAsked): SearchRequest {
  const { types, limit, offset, prefix, fields, options } = asked;
  const counted = types.flatMap((type) =>
    facetsOf(catalog, type, asked)
      .filter((facet) => facet.counted && fields && options)
      .map(({ name }): [string, TermsAggregation] => [
        nameOf(type, name),
        {
          kind: "terms",
          field: name,
          size: limit,
          from: offset,
          types: [type],
          ...(prefix !== undefined && { include: { prefix, folded: true } }),
        },
      ]),
  );
  const each: TermsAggregation = { kind: "terms", field: "_type", size: Math.max(1, types.length) };
  return {
    types,
    query: ALL,
    sort: [],
    from: 0,
    size: 0,
    aggregations: { ...Object.fromEntries(counted), [TYPES]: each },
  };
}

function facetShown(
  { name, field, nested }: Facet,
  counts: TermsAnswer | undefined,
  tellable: FacetsAsked["tellable"],
): Readonly<Record<string, unknown>> {
  return {
    name,
    type: word(field.kind),
    ...(nested === undefined ? {} : { nested }),
    ...(field.refersTo !== undefined && tellable(field.refersTo) ? { resource_type: field.refersTo } : {}),
    ...(counts ? { options: counts.buckets.map((bucket) => optionShown(bucket, field.kind)) } : {}),
  };
}

/** Facets by type, from the counts of `facetsRequest`. */
export function facetsShown(
  catalog: Catalog,
  asked: FacetsAsked,
  counts: AggregationAnswers,
): Readonly<Record<string, unknown>> {
  const { types, fields } = asked;
  const documents = new Map(termsIn(counts, TYPES)?.buckets.map(({ key, count }) => [key, count]));
  const one = (type: string) => ({
    doc_count: documents.get(type) ?? 0,
    ...(fields
      ? {
          facets: facetsOf(catalog, type, asked).map((facet) =>
            facetShown(facet, termsIn(counts, nameOf(type, facet.name)), asked.tellable),
          ),
        }
      : {}),
  });
  return Object.fromEntries(types.map((type) => [type, one(type)]));
}
