import type { Catalog } from "../catalog.ts";
import type { Aggregation } from "./aggregation.ts";
import type { AggregationAnswer, AggregationAnswers } from "./counted.ts";
import type { SearchRequest } from "../request.ts";
import type { Scope } from "../scope.ts";
import { tooMany, type Context } from "./context.ts";
import { compositeAnswer } from "./composite.ts";
import { filtersAnswer, rangeAnswer, singleAnswer } from "./filters.ts";
import { histogramAnswer } from "./histogram.ts";
import { hitsAnswer } from "./hits.ts";
import { metricAnswer } from "./metrics.ts";
import { together, type Asking } from "./probe.ts";
import { termsAnswer } from "./terms.ts";

/** Aggregations within buckets that one search may calculate: buckets times what is asked of each. */
const MAX_WITHIN = 2000;

function answerTo(asked: Aggregation, context: Context): Asking<AggregationAnswer> {
  switch (asked.kind) {
    case "terms":
      return termsAnswer(asked, context);
    case "range":
      return rangeAnswer(asked, context);
    case "histogram":
      return histogramAnswer(asked, context);
    case "composite":
      return compositeAnswer(asked, context);
    case "hits":
      return hitsAnswer(asked, context);
    case "filter":
    case "missing":
    case "nested":
    case "reverse_nested":
      return singleAnswer(asked, context);
    case "filters":
      return filtersAnswer(asked, context);
    default:
      return metricAnswer(asked, context);
  }
}

/**
 * Calculates a request's aggregations from an engine's readings: the meaning of aggregations, for every engine.
 *
 * @throws SearchlightError `bad-request` when what is found makes too many buckets
 */
export function answersTo(catalog: Catalog, { types, aggregations }: SearchRequest, scope: Scope) {
  let left = MAX_WITHIN;
  const within: Context["within"] = (asked, path) => {
    if (path.length > 0) left -= Object.keys(asked).length;
    if (left < 0) throw tooMany(`more than ${MAX_WITHIN} aggregations within buckets; ask for fewer buckets`);
    return all(asked, path);
  };
  const context = { catalog, types, scope, within };
  function* all(asked: SearchRequest["aggregations"], path: Context["path"]): Asking<AggregationAnswers> {
    const entries = Object.entries(asked);
    const answers = yield* together(entries.map(([, one]) => answerTo(one, { ...context, path })));
    return Object.fromEntries(entries.map(([name], i) => [name, answers[i]!]));
  }
  return within(aggregations, []);
}
