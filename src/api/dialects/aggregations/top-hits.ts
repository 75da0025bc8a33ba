import { z } from "zod";
import { badRequest, below, parsed, unsupported } from "../input.ts";
import { readSort, sortSchema } from "../sort.ts";
import { sourceChoice, sourceSchema } from "../source.ts";
import type { AggregationKind } from "./kind.ts";

/** The last hit of a bucket that is told: Elasticsearch's own limit (`index.max_inner_result_window`). */
const MOST = 100;

const schema = z.strictObject({
  from: z.int().min(0).default(0),
  size: z.int().min(0).default(3),
  sort: sortSchema.optional(),
  _source: sourceSchema.optional(),
  version: z.boolean().default(false),
  track_scores: z.boolean().optional().describe("Scores are always told"),
});

/** The first resources of each bucket. */
export const topHits: AggregationKind = {
  schema,
  holds: false,
  read: (body, at, { context }) => {
    const { from, size, sort, _source, version } = parsed(schema, body, at);
    if (context.within !== undefined)
      throw unsupported(
        at,
        `tells resources, and objects of '${context.within}' are counted here: go back by reverse_nested first`,
      );
    if (from + size > MOST) throw badRequest(below(at, "size"), `'from' + 'size' reach past ${MOST}`);
    const source = sourceChoice(_source, below(at, "_source"));
    return { kind: "hits", from, size, sort: readSort(sort, below(at, "sort"), context), source, version };
  },
};
