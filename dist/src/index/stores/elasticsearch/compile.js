import { textColumn } from "./fields.js";
import { someQuery } from "./fuzzy.js";
import { existsQuery, rangeQuery, termsQuery } from "./leaf.js";
import { patternQuery, regexpQuery } from "./pattern.js";
import { nearQuery, wordsQuery } from "./words.js";
const scored = (filter, score) => ({ constant_score: { filter, boost: score } });
/** The best of several: exactly one's score, never a sum. */
const bestOf = (queries) => queries.length === 1 ? queries[0] : { dis_max: { queries: [...queries], tie_breaker: 0 } };
function boolOf({ must, filter, must_not, should, atLeast }) {
    if (must.length === 1 && filter.length + must_not.length + should.length === 0)
        return must[0];
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
function gather(into, definition, part, factor) {
    if (part.kind === "and")
        for (const inner of part.of)
            gather(into, definition, inner, factor);
    else if (part.kind === "boost")
        gather(into, definition, part.of, factor * part.by);
    else if (part.kind === "filter")
        gatherFilter(into, definition, part.of);
    else if (part.kind === "not")
        gatherNot(into, definition, part.of);
    else if (part.kind === "or")
        gatherOr(into, definition, part, factor);
    else
        into.must.push(compile(definition, part, factor));
}
/** A `bool` has room for one list of alternatives; a second one becomes a `bool` of its own. */
function gatherOr(into, definition, part, factor) {
    if (part.atLeast > part.of.length)
        into.must.push({ match_none: {} });
    else if (into.should.length > 0)
        into.must.push(compile(definition, part, factor));
    else {
        into.should.push(...part.of.map((inner) => compile(definition, inner, factor)));
        into.atLeast = Math.max(0, part.atLeast);
    }
}
function gatherFilter(into, definition, part) {
    if (part.kind === "and")
        for (const inner of part.of)
            gatherFilter(into, definition, inner);
    else if (part.kind === "filter" || part.kind === "boost")
        gatherFilter(into, definition, part.of);
    else if (part.kind === "not")
        gatherNot(into, definition, part.of);
    else
        into.filter.push(compile(definition, part, 1));
}
function gatherNot(into, definition, part) {
    if (part.kind === "or" && part.atLeast === 1)
        for (const inner of part.of)
            gatherNot(into, definition, inner);
    else if (part.kind === "filter" || part.kind === "boost")
        gatherNot(into, definition, part.of);
    else if (part.kind === "not")
        gatherFilter(into, definition, part.of);
    else
        into.must_not.push(compile(definition, part, 1));
}
const patternLeaf = (definition, { targets }, factor) => bestOf(targets.map((target) => scored(patternQuery(definition, target), target.weight * factor)));
const wordsLeaf = (definition, fields, leaf, factor) => bestOf(fields.map(({ key, weight }) => {
    const columns = { words: textColumn(definition, "w", key), runs: textColumn(definition, "r", key) };
    return scored(leaf(columns), weight * factor);
}));
const someLeaf = (definition, { targets }, factor) => bestOf(targets.map((target) => scored(someQuery(definition, target), target.weight * factor)));
/**
 * A bound query of one type in Elasticsearch's words. Its scores are ours: every leaf is a constant, which `factor`
 * multiplies, so that no statistics of other people's documents enter.
 */
export function compile(definition, query, factor = 1) {
    switch (query.kind) {
        case "all":
            return { match_all: { boost: factor } };
        case "none":
            return { match_none: {} };
        case "terms":
            return scored(termsQuery(definition, query), factor);
        case "range":
            return scored(rangeQuery(definition, query), factor);
        case "exists":
            return scored(existsQuery(definition, query), factor);
        case "pattern":
            return patternLeaf(definition, query, factor);
        case "regexp":
            return bestOf(query.targets.map((to) => scored(regexpQuery(definition, to), to.weight * factor)));
        case "words":
            return wordsLeaf(definition, query.fields, (fields) => wordsQuery(fields, query.words, query.mode), factor);
        case "near":
            return wordsLeaf(definition, query.fields, (fields) => nearQuery(fields, query), factor);
        case "some":
            return someLeaf(definition, query, factor);
        default:
            return compound(definition, query, factor);
    }
}
function compound(definition, query, factor) {
    const gathered = { must: [], filter: [], must_not: [], should: [], atLeast: 0 };
    gather(gathered, definition, query, factor);
    return boolOf(gathered);
}
