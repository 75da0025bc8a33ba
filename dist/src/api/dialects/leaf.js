import { SearchlightError } from "../../errors.js";
import { MAX_NEAR, MAX_SLOP } from "../../index/near.js";
import { compiledRegexp } from "../../index/compiled-regexp.js";
import { parseRegexp } from "../../index/regexp.js";
import { foldedRegexp } from "../../index/regexp-text.js";
import { wordsOf } from "../../index/text.js";
import { dateOf, isDateMaths } from "./dates.js";
import { badRequest } from "./input.js";
import { and, NONE, or } from "./tree.js";
const onlyDate = (kinds) => kinds.has("date") && kinds.size === 1;
/** Refuses a text that is longer than the limit says. */
export function checkLength(text, limit, at) {
    if (text.length > limit)
        throw badRequest(at, `is ${text.length} characters long; at most ${limit} are taken`);
}
function boundOf(kinds, side, bound, now, at) {
    if (!kinds.has("date") || (!onlyDate(kinds) && !isDateMaths(String(bound))))
        return bound;
    const date = dateOf(bound, side, now);
    if (date !== undefined)
        return date;
    throw badRequest(at, `${JSON.stringify(bound)} is not a date; write 2026-11-22, 2026-11-22T17:13:30Z or now-10m`);
}
/** Values of a field within bounds; without bounds, any value. Dates may be partial or calculated. */
export function rangeLeaf(context, field, bounds, at) {
    const kinds = context.kindsOf(field);
    const sides = Object.entries(bounds);
    if (sides.length === 0)
        return { kind: "exists", field };
    const resolved = sides.map(([side, bound]) => [side, boundOf(kinds, side, bound, context.now, at)]);
    return { kind: "range", field, bounds: Object.fromEntries(resolved) };
}
/** A date as a value is all of what it names: a day, a minute. Undefined when the field is not only a date or the value is none. */
function dateLeaf({ kindsOf, now }, field, value) {
    if (!onlyDate(kindsOf(field)) || typeof value === "boolean")
        return undefined;
    const [gte, lte] = [dateOf(value, "gte", now), dateOf(value, "lte", now)];
    return gte === undefined || lte === undefined ? undefined : { kind: "range", field, bounds: { gte, lte } };
}
/** One whole value of a field. */
export const equalsLeaf = (context, field, value) => dateLeaf(context, field, value) ?? { kind: "terms", field, values: [value] };
/** The words of a text in any of these fields. */
export function wordsLeaf(context, fields, text, mode, at) {
    return inFields(context, fields, text, at, (fields) => ({ kind: "words", fields, text, mode }));
}
/** A text looked for in any of these fields: a date where the field is one, else as `leaf` says. */
function inFields(context, fields, text, at, leaf) {
    checkLength(text, context.limits.textLength, at);
    context.spend(wordsOf(text).length, at);
    if (fields === "any")
        return leaf(fields);
    const dates = fields.map(({ name }) => dateLeaf(context, name, text)).filter((leaf) => leaf !== undefined);
    const others = fields.filter(({ name }) => dateLeaf(context, name, text) === undefined);
    return or([...dates, ...(others.length > 0 ? [leaf(others)] : [])]);
}
/** The words of a text side by side, or `slop` steps out of their places. */
export function phraseLeaf(context, fields, text, slop, at) {
    if (slop === 0)
        return wordsLeaf(context, fields, text, "phrase", at);
    if (slop > MAX_SLOP)
        throw badRequest(at, `a slop of ${slop}; at most ${MAX_SLOP} is taken`);
    const words = wordsOf(text).length;
    if (words > MAX_NEAR)
        throw badRequest(at, `a phrase with slop has ${words} words; at most ${MAX_NEAR} are taken`);
    return inFields(context, fields, text, at, (fields) => ({ kind: "near", fields, text, slop }));
}
/** At least some words of a text in any of these fields, each within its edits. */
export function someLeaf(context, fields, text, some, at) {
    if (some.edits !== 0)
        checkLength(text, context.limits.patternLength, at);
    return inFields(context, fields, text, at, (fields) => ({ kind: "some", fields, text, ...some }));
}
const SEPARATORS = /[^\p{L}\p{N}\p{M}.,]+/u;
/** A pattern cut where no word goes on, for free text knows words only: `a-b*` is `a` and `b*`. */
function pieces(pattern) {
    const cut = [[]];
    const push = (part) => void (cut[cut.length - 1] = [...cut.at(-1), part]);
    for (const part of pattern) {
        if (typeof part === "string")
            push(part);
        else
            for (const [i, text] of part.text.split(SEPARATORS).entries()) {
                if (i > 0)
                    cut.push([]);
                if (text !== "")
                    push({ text });
            }
    }
    return cut.filter((piece) => piece.some((part) => typeof part === "object"));
}
/** A pattern over words: pieces each in some word; several with a star only at the end, side by side. */
function freePattern(pattern) {
    const [head, star] = pattern;
    if (pattern.length === 2 && typeof head === "object" && star === "*" && wordsOf(head.text).length > 1)
        return { kind: "words", fields: "any", text: head.text, mode: "prefix" };
    const cut = pieces(pattern);
    const texts = pattern.some((part) => typeof part === "object");
    if (texts && cut.length === 0)
        return NONE;
    return cut.length < 2
        ? { kind: "pattern", fields: "any", pattern: cut[0] ?? pattern }
        : and(cut.map((piece) => ({ kind: "pattern", fields: "any", pattern: piece })));
}
/** A regular expression that the whole of a value, or of a word, is like. */
export function regexpLeaf({ limits, spend }, fields, text, at) {
    checkLength(text, limits.patternLength, at);
    spend(1, at);
    try {
        const regexp = parseRegexp(text);
        compiledRegexp(regexp);
        compiledRegexp(foldedRegexp(regexp));
        return { kind: "regexp", fields, regexp };
    }
    catch (error) {
        throw error instanceof SearchlightError ? badRequest(at, error.message) : error;
    }
}
/** A pattern with `*` and `?` in any of these fields. */
export function patternLeaf({ limits, spend }, fields, pattern, at) {
    const length = pattern.reduce((sum, part) => sum + (typeof part === "object" ? part.text.length : 1), 0);
    if (length > limits.patternLength)
        throw badRequest(at, `a pattern of ${length} characters; at most ${limits.patternLength} are taken`);
    spend(1, at);
    return fields === "any" ? freePattern(pattern) : { kind: "pattern", fields, pattern };
}
