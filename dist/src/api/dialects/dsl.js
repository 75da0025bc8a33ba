import { z } from "zod";
import { matchBoolPrefix } from "./dsl/bool-prefix.js";
import { bool, constantScore, matchAll, matchNone } from "./dsl/compound.js";
import { prefix, regexp, wildcard } from "./dsl/patterns.js";
import { queryString, simpleQueryString } from "./dsl/query-string.js";
import { range } from "./dsl/range.js";
import { exists, ids, term, terms } from "./dsl/terms.js";
import { fuzzy, match, matchPhrase, matchPhrasePrefix, multiMatch } from "./dsl/words.js";
import { badRequest, below, onlyEntry, unsupported } from "./input.js";
import { didYouMean } from "./nearest.js";
/** The clauses of Elasticsearch's DSL that this service takes, and no others. */
const CLAUSES = new Map(Object.entries({
    match_all: matchAll,
    match_none: matchNone,
    term,
    terms,
    match,
    match_phrase: matchPhrase,
    match_phrase_prefix: matchPhrasePrefix,
    match_bool_prefix: matchBoolPrefix,
    multi_match: multiMatch,
    range,
    exists,
    fuzzy,
    prefix,
    wildcard,
    regexp,
    ids,
    bool,
    constant_score: constantScore,
    query_string: queryString,
    simple_query_string: simpleQueryString,
}));
/** Clauses that the API promises and that are still to come. */
const LATER = new Set(["nested"]);
const names = [...CLAUSES.keys()].join(", ");
function clauseNamed(name, at) {
    const clause = CLAUSES.get(name);
    if (clause)
        return clause;
    if (LATER.has(name))
        throw unsupported(at, `'${name}' is not supported yet; what is: ${names}`);
    const guess = didYouMean(name, [...CLAUSES.keys()]);
    throw unsupported(at, `'${name}' is not a clause that this service takes${guess}; it takes ${names}`);
}
/**
 * What a query of the DSL means.
 *
 * @throws SearchlightError `bad-request`, `unsupported` or `unknown-field`, naming the clause and its place
 */
export function readQuery(value, at, context, depth = 1) {
    if (depth > context.limits.depth)
        throw badRequest(at, `nested deeper than ${context.limits.depth} queries`);
    context.spend(1, at);
    const [name, body] = onlyEntry(value, at, "clause");
    const place = below(at, name);
    const translate = {
        context,
        depth,
        query: (inner, where) => readQuery(inner, where, context, depth + 1),
    };
    return clauseNamed(name, place).read(body, place, translate);
}
/** A query, for the OpenAPI document: an object with one of the clauses. */
export const querySchema = z
    .strictObject(Object.fromEntries([...CLAUSES].map(([name, { schema }]) => [name, schema.optional()])))
    .meta({ minProperties: 1, maxProperties: 1 });
