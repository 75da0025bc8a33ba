import { z } from "zod";
import { definitionOf, type Catalog } from "../index/catalog.ts";
import type { Freshness } from "../index/freshness.ts";
import { highlighter } from "../index/highlight.ts";
import type { Hit } from "../index/hit.ts";
import type { HitsAggregation } from "../index/aggregations/aggregation.ts";
import type { FieldKind } from "../index/schema.ts";
import type { SearchAnswer } from "../index/store.ts";
import { kindsIn } from "./dialects/context.ts";
import type { Asked } from "./dialects/request.ts";
import { pickerOf } from "./dialects/source.ts";
import { aggregationSchema, aggregationsShown } from "./aggregations.ts";
import { chosenShown, facetsShownSchema, innerOf } from "./chosen-facets.ts";
import { COUNTS } from "./dialects/facets.ts";
import { hitSchema, hitsShown, type HitShown } from "./hits.ts";
import { honestly, honestShape } from "./honest.ts";

/** What a search is answered with. */
export const answerSchema = z.object({
  took: z.int().describe("Milliseconds"),
  ...honestShape,
  _shards: z.object({
    total: z.int(),
    successful: z.int(),
    failed: z.int().describe("Above 0 when the answer is not complete"),
    failures: z.array(z.object({ reason: z.string() })).optional(),
  }),
  hits: z.object({
    total: z.int().describe("Exact"),
    max_score: z.number().describe("Of the hits returned"),
    hits: z.array(hitSchema),
  }),
  aggregations: z.record(z.string(), aggregationSchema).optional(),
  facets: facetsShownSchema.optional(),
  cursor: z
    .string()
    .optional()
    .describe("Where the next page begins, when cursors are asked for; none on the last page"),
});

type Shown = z.output<typeof answerSchema>;

/** The answer to a search as clients of Searchlight read it. `took` is in milliseconds. */
export function answerShown(
  answer: SearchAnswer,
  asked: Asked,
  { catalog, freshness }: { readonly catalog: Catalog; readonly freshness: Freshness },
  took: number,
): Shown {
  const failures = answer.reasons.map((reason) => ({ reason }));
  const failed = answer.complete ? 0 : Math.max(1, failures.length);
  const kindOf = (field: string): FieldKind => {
    const [kind = "keyword", another] = kindsIn(catalog, asked.request.types, asked.scope, field);
    return another === undefined ? kind : "keyword";
  };
  const { facets, aggregations } = asked;
  const counts = facets.length === 0 ? answer.aggregations : innerOf(answer.aggregations, COUNTS);
  const { request, scope, highlight, pick, version } = asked;
  const seen = { catalog, scope, types: request.types };
  const top = (hits: readonly Hit[], { sort, source, version }: HitsAggregation): HitShown[] =>
    hitsShown(hits, { ...seen, sort, pick: pickerOf(source), version });
  const counted = aggregationsShown(aggregations, counts, { kindOf, top });
  const marks =
    highlight && ((type: string) => highlighter(definitionOf(catalog, type), scope, request.query, highlight));
  return {
    took,
    ...honestly(answer, freshness, asked.scope),
    _shards: { total: 1 + failed, successful: 1, failed, ...(failed > 0 ? { failures } : {}) },
    hits: {
      total: answer.total,
      max_score: answer.hits.reduce((most, { score }) => Math.max(most, score), 0),
      hits: hitsShown(answer.hits, { ...seen, sort: request.sort, pick, version, ...(marks && { marks }) }),
    },
    ...(Object.keys(counted).length > 0 ? { aggregations: counted } : {}),
    ...(facets.length > 0 ? { facets: chosenShown(facets, answer.aggregations, kindOf) } : {}),
  };
}
