import { z } from "zod";
import { termsIn, type AggregationAnswers } from "../index/aggregations/counted.ts";
import type { KindOf } from "./aggregations.ts";
import { FACETS, VALUES, type Facet } from "./dialects/facets.ts";
import { termsShown } from "./show.ts";

const value = z.object({
  key: z.union([z.string(), z.number(), z.null()]),
  key_as_string: z.string().optional(),
  doc_count: z.int(),
});

/** The facets of a search, in its answer. */
export const facetsShownSchema = z.record(
  z.string(),
  z.object({
    buckets: z.array(value).describe("Counted under what is chosen in the other facets"),
    sum_other_doc_count: z.int().describe("Of the values that are not on this page"),
    distinct: z.int().describe("How many values there are to page through"),
  }),
);

/** What was counted within the one bucket of this name. */
export function innerOf(answers: AggregationAnswers, name: string): AggregationAnswers {
  const answer = answers[name];
  return answer && "aggregations" in answer ? (answer.aggregations ?? {}) : {};
}

/** A search's facets with their values and counts. */
export function chosenShown(
  facets: readonly Facet[],
  answers: AggregationAnswers,
  kindOf: KindOf,
): z.output<typeof facetsShownSchema> {
  const counted = innerOf(answers, FACETS);
  return Object.fromEntries(
    facets.flatMap(({ name, terms }) => {
      const answer = termsIn(innerOf(counted, name), VALUES);
      if (!answer) return [];
      const { buckets, sum_other_doc_count } = termsShown(answer, kindOf(terms.field));
      return [[name, { buckets, sum_other_doc_count, distinct: answer.distinct }] as const];
    }),
  );
}
