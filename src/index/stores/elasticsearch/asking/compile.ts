import type { BoundQuery, WeightedKey } from "../../../bound.ts";
import type { Query } from "../documents/clause.ts";
import { objectsColumn, textColumn, type Holder } from "../documents/fields.ts";
import { someQuery } from "./fuzzy.ts";
import { existsQuery, rangeQuery, termsQuery } from "./leaf.ts";
import { patternQuery, regexpQuery } from "./pattern.ts";
import { nearQuery, wordsQuery, type Fields } from "../documents/words.ts";

type Part<K extends BoundQuery["kind"]> = Extract<BoundQuery, { kind: K }>;

/** What a `bool` holds. Trees are gathered into as few as can be, for Elasticsearch limits how deep they nest. */
type Gathered = { must: Query[]; filter: Query[]; must_not: Query[]; should: Query[]; atLeast: number };

const scored = (filter: Query, score: number): Query => ({ constant_score: { filter, boost: score } });

/** The best of several: exactly one's score, never a sum. */
const bestOf = (queries: readonly Query[]): Query =>
  queries.length === 1 ? queries[0]! : { dis_max: { queries: [...queries], tie_breaker: 0 } };

function boolOf({ must, filter, must_not, should, atLeast }: Gathered): Query {
  if (must.length === 1 && filter.length + must_not.length + should.length === 0) return must[0]!;
  const anyway = must.length + filter.length + (should.length > 0 ? atLeast : 0) === 0;
  return {
    bool: {
      must,
      // Without this a bool of nothing would score 1, and one of optional clauses would want one of them.
      filter: anyway ? [{ match_all: {} }] : filter,
      must_not,
      ...(should.length > 0 && { should, minimum_should_match: atLeast }),
    },
  };
}

/** Puts a part of a conjunction where it belongs in its `bool`. */
function gather(into: Gathered, holder: Holder, part: BoundQuery, factor: number): void {
  if (part.kind === "and") for (const inner of part.of) gather(into, holder, inner, factor);
  else if (part.kind === "boost") gather(into, holder, part.of, factor * part.by);
  else if (part.kind === "filter") gatherFilter(into, holder, part.of);
  else if (part.kind === "not") gatherNot(into, holder, part.of);
  else if (part.kind === "or") gatherOr(into, holder, part, factor);
  else into.must.push(compile(holder, part, factor));
}

/** A `bool` has room for one list of alternatives; a second one becomes a `bool` of its own. */
function gatherOr(into: Gathered, holder: Holder, part: Part<"or">, factor: number): void {
  if (part.atLeast > part.of.length) into.must.push({ match_none: {} });
  else if (into.should.length > 0) into.must.push(compile(holder, part, factor));
  else {
    into.should.push(...part.of.map((inner) => compile(holder, inner, factor)));
    into.atLeast = Math.max(0, part.atLeast);
  }
}

function gatherFilter(into: Gathered, holder: Holder, part: BoundQuery): void {
  if (part.kind === "and") for (const inner of part.of) gatherFilter(into, holder, inner);
  else if (part.kind === "filter" || part.kind === "boost") gatherFilter(into, holder, part.of);
  else if (part.kind === "not") gatherNot(into, holder, part.of);
  else into.filter.push(compile(holder, part, 1));
}

function gatherNot(into: Gathered, holder: Holder, part: BoundQuery): void {
  if (part.kind === "or" && part.atLeast === 1) for (const inner of part.of) gatherNot(into, holder, inner);
  else if (part.kind === "filter" || part.kind === "boost") gatherNot(into, holder, part.of);
  else if (part.kind === "not") gatherFilter(into, holder, part.of);
  else into.must_not.push(compile(holder, part, 1));
}

const patternLeaf = (holder: Holder, { targets }: Part<"pattern">, factor: number): Query =>
  bestOf(targets.map((target) => scored(patternQuery(holder, target), target.weight * factor)));

const wordsLeaf = (
  holder: Holder,
  fields: readonly WeightedKey[],
  leaf: (fields: Fields) => Query,
  factor: number,
): Query =>
  bestOf(
    fields.map(({ key, weight }) => {
      const columns = { words: textColumn(holder, "w", key), runs: textColumn(holder, "r", key) };
      return scored(leaf(columns), weight * factor);
    }),
  );

const someLeaf = (holder: Holder, { targets }: Part<"some">, factor: number): Query =>
  bestOf(targets.map((target) => scored(someQuery(holder, target), target.weight * factor)));

/** What has one object that is as asked; types without the field have no such column. */
const objectQuery = (holder: Holder, { path, of }: Part<"nested">, factor: number): Query => ({
  nested: {
    path: objectsColumn(holder, path),
    query: compile({ ...holder, within: path }, of, factor),
    score_mode: "max",
    ignore_unmapped: true,
  },
});

/**
 * A bound query of one type in Elasticsearch's words. Its scores are ours: every leaf is a constant, which `factor`
 * multiplies, so that no statistics of other people's documents enter.
 */
export function compile(holder: Holder, query: BoundQuery, factor = 1): Query {
  switch (query.kind) {
    case "all":
      return { match_all: { boost: factor } };
    case "none":
      return { match_none: {} };
    case "terms":
      return scored(termsQuery(holder, query), factor);
    case "range":
      return scored(rangeQuery(holder, query), factor);
    case "exists":
      return scored(existsQuery(holder, query), factor);
    case "pattern":
      return patternLeaf(holder, query, factor);
    case "regexp":
      return bestOf(query.targets.map((to) => scored(regexpQuery(holder, to), to.weight * factor)));
    case "words":
      return wordsLeaf(holder, query.fields, (fields) => wordsQuery(fields, query.words, query.mode), factor);
    case "near":
      return wordsLeaf(holder, query.fields, (fields) => nearQuery(fields, query), factor);
    case "some":
      return someLeaf(holder, query, factor);
    case "nested":
      return objectQuery(holder, query, factor);
    default:
      return compound(holder, query, factor);
  }
}

function compound(holder: Holder, query: BoundQuery, factor: number): Query {
  const gathered: Gathered = { must: [], filter: [], must_not: [], should: [], atLeast: 0 };
  gather(gathered, holder, query, factor);
  return boolOf(gathered);
}
