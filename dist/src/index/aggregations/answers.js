import { tooMany } from "./context.js";
import { filtersAnswer, rangeAnswer, singleAnswer } from "./filters.js";
import { histogramAnswer } from "./histogram.js";
import { metricAnswer } from "./metrics.js";
import { together } from "./probe.js";
import { termsAnswer } from "./terms.js";
/** Aggregations within buckets that one search may calculate: buckets times what is asked of each. */
const MAX_WITHIN = 2000;
function answerTo(asked, context) {
    switch (asked.kind) {
        case "terms":
            return termsAnswer(asked, context);
        case "range":
            return rangeAnswer(asked, context);
        case "histogram":
            return histogramAnswer(asked, context);
        case "filter":
        case "missing":
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
export function answersTo(catalog, { types, aggregations }, scope) {
    let left = MAX_WITHIN;
    const within = (asked, path) => {
        if (path.length > 0)
            left -= Object.keys(asked).length;
        if (left < 0)
            throw tooMany(`more than ${MAX_WITHIN} aggregations within buckets; ask for fewer buckets`);
        return all(asked, path);
    };
    const context = { catalog, types, scope, within };
    function* all(asked, path) {
        const entries = Object.entries(asked);
        const answers = yield* together(entries.map(([, one]) => answerTo(one, { ...context, path })));
        return Object.fromEntries(entries.map(([name], i) => [name, answers[i]]));
    }
    return within(aggregations, []);
}
