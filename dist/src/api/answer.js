import { z } from "zod";
import { definitionOf, fieldNamed } from "../index/catalog.js";
import { highlighter } from "../index/highlight.js";
import { kindsIn } from "./dialects/context.js";
import { SEARCHING } from "./dialects/types.js";
import { aggregationSchema, aggregationsShown } from "./aggregations.js";
import { chosenShown, facetsShownSchema, innerOf } from "./chosen-facets.js";
import { COUNTS } from "./dialects/facets.js";
import { honestly, honestShape } from "./honest.js";
import { shown } from "./show.js";
const hitSchema = z.object({
    _index: z.string(),
    _type: z.string().describe("The resource type"),
    _id: z.string(),
    _score: z.number(),
    _source: z.record(z.string(), z.unknown()).optional(),
    _version: z.int().optional().describe("Below 2^53; differs when what you may see of the resource does"),
    highlight: z.record(z.string(), z.array(z.string())).optional(),
    sort: z.array(z.unknown()).optional().describe("Times in milliseconds since 1970"),
});
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
/** Shapes the hits of one search. */
function hitsShown(hits, asked, catalog) {
    const { request, scope, highlight, pick } = asked;
    const marks = new Map(request.types.map((type) => [
        type,
        highlight && highlighter(definitionOf(catalog, type), scope, request.query, highlight),
    ]));
    return hits.map(({ type, id, score, source, version, sort }) => {
        const marked = marks.get(type)?.(source) ?? {};
        const kinds = request.sort.map(({ field }) => fieldNamed(definitionOf(catalog, type), field, scope));
        return {
            _index: SEARCHING,
            _type: type,
            _id: id,
            _score: score,
            ...(pick ? { _source: pick(source) } : {}),
            ...(asked.version ? { _version: version } : {}),
            ...(Object.keys(marked).length > 0 ? { highlight: marked } : {}),
            ...(sort.length > 0
                ? { sort: sort.map((value, i) => shown(value, kinds[i]?.open ? "keyword" : kinds[i]?.field.kind)) }
                : {}),
        };
    });
}
/** The answer to a search as clients of Searchlight read it. `took` is in milliseconds. */
export function answerShown(answer, asked, { catalog, freshness }, took) {
    const failures = answer.reasons.map((reason) => ({ reason }));
    const failed = answer.complete ? 0 : Math.max(1, failures.length);
    const kindOf = (field) => {
        const [kind = "keyword", another] = kindsIn(catalog, asked.request.types, asked.scope, field);
        return another === undefined ? kind : "keyword";
    };
    const { facets, aggregations } = asked;
    const counts = facets.length === 0 ? answer.aggregations : innerOf(answer.aggregations, COUNTS);
    const counted = aggregationsShown(aggregations, counts, kindOf);
    return {
        took,
        ...honestly(answer, freshness, asked.scope),
        _shards: { total: 1 + failed, successful: 1, failed, ...(failed > 0 ? { failures } : {}) },
        hits: {
            total: answer.total,
            max_score: answer.hits.reduce((most, { score }) => Math.max(most, score), 0),
            hits: hitsShown(answer.hits, asked, catalog),
        },
        ...(Object.keys(counted).length > 0 ? { aggregations: counted } : {}),
        ...(facets.length > 0 ? { facets: chosenShown(facets, answer.aggregations, kindOf) } : {}),
    };
}
