import { z } from "zod";
import type { SearchQuery } from "../../index/query.ts";
import type { Context } from "./context.ts";
import { matchBoolPrefix } from "./dsl/bool-prefix.ts";
import type { Clause, Translate } from "./dsl/clause.ts";
import { bool, constantScore, matchAll, matchNone } from "./dsl/compound.ts";
import { nested } from "./dsl/nested.ts";
import { prefix, regexp, wildcard } from "./dsl/patterns.ts";
import { queryString, simpleQueryString } from "./dsl/query-string.ts";
import { range } from "./dsl/range.ts";
import { exists, ids, term, terms } from "./dsl/terms.ts";
import { fuzzy, match, matchPhrase, matchPhrasePrefix, multiMatch } from "./dsl/words.ts";
import { badRequest, below, onlyEntry, unsupported } from "./input.ts";
import { didYouMean } from "./nearest.ts";

/** The clauses of Elasticsearch's DSL that this service takes, and no others. */
const CLAUSES: ReadonlyMap<string, Clause> = new Map(
  Object.entries({
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
    nested,
  }),
);

const names = [...CLAUSES.keys()].join(", ");

function clauseNamed(name: string, at: string): Clause {
  const clause = CLAUSES.get(name);
  if (clause) return clause;
  const guess = didYouMean(name, [...CLAUSES.keys()]);
  throw unsupported(at, `'${name}' is not a clause that this service takes${guess}; it takes ${names}`);
}

/**
 * What a query of the DSL means.
 *
 * @throws SearchlightError `bad-request`, `unsupported` or `unknown-field`, naming the clause and its place
 */
export function readQuery(value: unknown, at: string, context: Context, depth = 1): SearchQuery {
  if (depth > context.limits.depth) throw badRequest(at, `nested deeper than ${context.limits.depth} queries`);
  context.spend(1, at);
  const [name, body] = onlyEntry(value, at, "clause");
  const place = below(at, name);
  const translate: Translate = {
    context,
    depth,
    query: (inner, where) => readQuery(inner, where, context, depth + 1),
    read: (inner, where, around) => readQuery(inner, where, around, depth + 1),
  };
  return clauseNamed(name, place).read(body, place, translate);
}

/** A query, for the OpenAPI document: an object with one of the clauses. */
export const querySchema = z
  .strictObject(Object.fromEntries([...CLAUSES].map(([name, { schema }]) => [name, schema.optional()])))
  .meta({ minProperties: 1, maxProperties: 1 });
