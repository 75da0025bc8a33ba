import { definitionOf, fieldNamed, type Catalog } from "../../catalog.ts";
import type { SearchRequest, TermsAggregation, TermsAnswer } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import { termsAnswer } from "../../terms.ts";
import type { Aggregation, Query } from "./clause.ts";
import { placeOf } from "./fields.ts";

/** The values of one of our fields in some types: several of them together answer one aggregation. */
export type Count = { readonly field: string; readonly types: readonly string[] };

/** Where the values of an aggregation are. Types that do not have the field for this caller are not looked into. */
export function countsOf(
  catalog: Catalog,
  { types }: SearchRequest,
  aggregation: TermsAggregation,
  scope: Scope,
): Count[] {
  const fields = new Map<string, string[]>();
  for (const type of new Set(types)) {
    if (aggregation.types && !aggregation.types.includes(type)) continue;
    const definition = definitionOf(catalog, type);
    const named = fieldNamed(definition, aggregation.field, scope);
    if (!named) continue;
    const { values } = placeOf(definition, named.key);
    fields.set(values, [...(fields.get(values) ?? []), type]);
  }
  return [...fields].map(([field, types]) => ({ field, types }));
}

export const ofTypes = (types: readonly string[]): Query => ({ terms: { type: [...types] } });

/** A count's values and how many documents have each; `complete` when there are no others. */
export type Counted = { readonly counts: ReadonlyMap<Value, number>; readonly complete: boolean };

/** Asks for a count's most frequent values. All that one search returns may hold 65,536. */
export const countClause = ({ field, types }: Count, size: number): Aggregation => ({
  filter: ofTypes(types),
  aggs: { values: { terms: { field, size, shard_size: size } } },
});

type Terms = {
  readonly doc_count_error_upper_bound?: number;
  readonly sum_other_doc_count?: number;
  readonly buckets: readonly { readonly key: Value; readonly doc_count: number }[];
};

/** Reads the answer to a `countClause`; an answer without it (no shard replied) holds nothing. */
export function readCount(aggregate: unknown): Counted {
  const terms = (aggregate as { values?: Terms } | undefined)?.values;
  const counts = new Map(terms?.buckets.map(({ key, doc_count }) => [key, doc_count]));
  return { counts, complete: !terms?.doc_count_error_upper_bound && !terms?.sum_other_doc_count };
}

/** Asks for one page of all of a count's values. */
export const pageClause = (field: string, size: number, after: Value | undefined): Aggregation => ({
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

/** The answer to an aggregation from all its counts. */
export function answerOf(counted: readonly Counted[], size: number): TermsAnswer {
  const sums = new Map<Value, number>();
  for (const { counts } of counted)
    for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return termsAnswer(sums, size);
}
