import { SearchlightError } from "../errors.js";
import { fieldNamed, weightedFields } from "./catalog.js";
import { ADMIN_WORDS, ANY_WORDS } from "./entry.js";
import { fuzzyWord } from "./fuzzy.js";
import { nearWords } from "./near.js";
import { mapPattern } from "./pattern.js";
import { compiledRegexp } from "./compiled-regexp.js";
import { foldedRegexp } from "./regexp-text.js";
import { isNumeric } from "./schema.js";
import { exactOf, fold, wordsOf } from "./text.js";
import { valueOf } from "./values.js";
import { weighed } from "./weight.js";
const NONE = { kind: "none" };
/** Where free text looks: everywhere once, and again in the fields where a match counts for more. */
const anywhere = (definition, scope) => [
    ...weightedFields(definition, scope),
    { key: ANY_WORDS, weight: 1 },
    ...(scope.admin ? [{ key: ADMIN_WORDS, weight: 1 }] : []),
];
const find = ({ definition, scope }, name) => fieldNamed(definition, name, scope);
function bindTerms(binder, name, values) {
    const found = find(binder, name);
    if (!found)
        return NONE;
    const kind = found.open ? "keyword" : found.field.kind;
    const bound = values.map((value) => valueOf(kind, value)).filter((value) => value !== undefined);
    return bound.length === 0 ? NONE : { kind: "terms", key: found.key, values: [...new Set(bound)] };
}
function bindRange(binder, name, bounds) {
    const found = find(binder, name);
    if (!found)
        return NONE;
    const numbers = found.open && Object.values(bounds).every((bound) => typeof bound === "number");
    const kind = found.open ? (numbers ? "double" : "keyword") : found.field.kind;
    const entries = Object.entries(bounds).map(([side, bound]) => [side, valueOf(kind, bound)]);
    const bad = entries.findIndex(([, bound]) => bound === undefined);
    if (bad >= 0) {
        const value = JSON.stringify(Object.values(bounds)[bad]);
        throw new SearchlightError("bad-request", `${value} is not a ${kind}, which field '${name}' holds`, { at: name });
    }
    return { kind: "range", key: found.key, numbers, bounds: Object.fromEntries(entries) };
}
const isWords = ({ field, open }) => field.kind === "text" && !open;
/** Words in one named field: text by word; anything else compared whole, as `match` on a keyword is. */
function bindWordsIn(binder, name, weight, text, leaf) {
    const found = find(binder, name);
    if (!found)
        return NONE;
    if (!isWords(found))
        return bindWhole(binder, name, weight, text);
    return leaf([{ key: found.key, weight: weight ?? found.field.weight }], wordsOf(text));
}
function bindWhole(binder, name, by = 1, text) {
    const of = bindTerms(binder, name, [text]);
    return of.kind === "none" ? of : { kind: "boost", of, by };
}
const wordsLeaf = (mode) => (fields, words) => words.length === 0 ? NONE : { kind: "words", fields, words, mode };
const nearLeaf = (slop) => (fields, words) => words.length === 0 ? NONE : { kind: "near", fields, ...nearWords(words, slop) };
function bindWords(binder, fields, text, leaf) {
    if (fields === "any")
        return leaf(anywhere(binder.definition, binder.scope), wordsOf(text));
    return anyOf(fields.map(({ name, weight }) => bindWordsIn(binder, name, weight, text, leaf)));
}
function anyOf(leaves) {
    const asking = leaves.filter(({ kind }) => kind !== "none");
    return asking.length === 0 ? NONE : asking.length === 1 ? asking[0] : { kind: "or", of: asking, atLeast: 1 };
}
/** Some of the words in one named field: text by word, other texts whole; what is no text has no edits. */
function bindSomeIn(binder, name, weight, query) {
    const found = find(binder, name);
    if (!found)
        return NONE;
    if (isWords(found))
        return someLeaf([{ key: found.key, weight: weight ?? found.field.weight }], query);
    if (found.field.kind !== "keyword" && !found.open)
        return bindWhole(binder, name, weight, query.text);
    const words = [fuzzyWord(exactOf(query.text), query.edits, query.prefix)];
    return { kind: "some", targets: [{ key: found.key, weight: weight ?? 1, on: "exact", words, atLeast: 1 }] };
}
function someLeaf(fields, { text, edits, prefix, atLeast }) {
    const words = wordsOf(text).map((word) => fuzzyWord(word, edits, prefix));
    if (words.length === 0)
        return NONE;
    return { kind: "some", targets: fields.map((field) => ({ ...field, on: "words", words, atLeast })) };
}
const bindSome = (binder, query) => query.fields === "any"
    ? someLeaf(anywhere(binder.definition, binder.scope), query)
    : anyOf(query.fields.map(({ name, weight }) => bindSomeIn(binder, name, weight, query)));
/** In Elasticsearch the name of an open map's entry is a part of the expression, which may not be longer than its limit. */
const LONGEST_NAME = 140;
/** Where a text like another may stand: whole values; of a text, its words and its whole, folded; anywhere, words. */
function textTargets(binder, fields) {
    if (fields === "any") {
        return anywhere(binder.definition, binder.scope).map((field) => ({ ...field, on: "words" }));
    }
    return fields.flatMap(({ name, weight }) => {
        const found = find(binder, name);
        if (!found || isNumeric(found.field))
            return [];
        const target = { key: found.key, weight: weight ?? (found.open ? 1 : Math.max(1, found.field.weight)) };
        if (found.field.kind !== "text")
            return [{ ...target, on: "exact" }];
        return [
            { ...target, on: "words" },
            { ...target, on: "folded" },
        ];
    });
}
function bindPattern(binder, fields, pattern) {
    const cut = mapPattern(pattern, exactOf);
    const folded = mapPattern(fields === "any" ? pattern : cut, fold);
    const targets = textTargets(binder, fields).map((target) => ({
        ...target,
        pattern: target.on === "exact" ? cut : folded,
    }));
    return targets.length === 0 ? NONE : { kind: "pattern", targets };
}
function bindRegexp(binder, fields, regexp) {
    const [exact, folded] = [compiledRegexp(regexp), compiledRegexp(foldedRegexp(regexp))];
    const targets = textTargets(binder, fields).map((target) => ({
        ...target,
        ...(target.on === "exact" ? exact : folded),
    }));
    const long = targets.find(({ key }) => key.length > LONGEST_NAME);
    if (long)
        throw new SearchlightError("bad-request", `no regular expression is taken for a name as long as '${long.key}'`);
    return targets.length === 0 ? NONE : { kind: "regexp", targets };
}
function bindWith(binder, query) {
    switch (query.kind) {
        case "and":
            return { kind: "and", of: query.of.map((part) => bindWith(binder, part)) };
        case "or":
            return { kind: "or", of: query.of.map((part) => bindWith(binder, part)), atLeast: query.atLeast };
        case "not":
        case "filter":
            return { kind: query.kind, of: bindWith(binder, query.of) };
        case "boost":
            return { kind: "boost", of: bindWith(binder, query.of), by: query.by };
        case "terms":
            return bindTerms(binder, query.field, query.values);
        case "range":
            return bindRange(binder, query.field, query.bounds);
        case "exists": {
            const found = find(binder, query.field);
            return found ? { kind: "exists", key: found.key } : NONE;
        }
        case "pattern":
            return bindPattern(binder, query.fields, query.pattern);
        case "words":
            return bindWords(binder, query.fields, query.text, wordsLeaf(query.mode));
        case "regexp":
            return bindRegexp(binder, query.fields, query.regexp);
        case "near":
            return bindWords(binder, query.fields, query.text, nearLeaf(query.slop));
        case "some":
            return bindSome(binder, query);
        case "ids":
            return query.type === undefined || query.type === binder.definition.type
                ? { kind: "terms", key: "_id", values: query.ids }
                : NONE;
        default:
            return query;
    }
}
/** Binds a query that only narrows what another has found: what a type hides, that one has left out. */
export const bindNarrower = (query, definition, scope) => bindWith({ definition, scope }, query);
/** The names of the fields that a query asks about. */
function fieldsIn(query) {
    if ("of" in query)
        return (Array.isArray(query.of) ? query.of : [query.of]).flatMap(fieldsIn);
    if ("field" in query)
        return [query.field];
    return "fields" in query && query.fields !== "any" ? query.fields.map(({ name }) => name) : [];
}
/**
 * Binds a query to a type for a caller. A type's `hiddenBy` is honoured here: unless the query names that field, what it
 * hides is left out.
 *
 * @throws SearchlightError `bad-request` for a bound that is not of its field's kind, and for a regular expression that is
 *   too complex
 */
export function bind(query, definition, scope) {
    const bound = weighed(bindWith({ definition, scope }, query));
    const { hiddenBy } = definition;
    if (hiddenBy === undefined || fieldsIn(query).includes(hiddenBy))
        return bound;
    return { kind: "and", of: [bound, { kind: "not", of: { kind: "terms", key: hiddenBy, values: ["true"] } }] };
}
