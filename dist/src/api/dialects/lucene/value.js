import { numberOf, valueOf } from "../../../index/values.js";
import { wordsOf } from "../../../index/text.js";
import { dateOf } from "../dates.js";
import { patternLeaf, phraseLeaf, rangeLeaf, regexpLeaf, someLeaf, wordsLeaf } from "../leaf.js";
import { ALL, NONE, or } from "../tree.js";
import { atEnd, mistake, next, take } from "./cursor.js";
import { readTilde } from "./word.js";
/** True for free text without a word in it (`-`), which asks for nothing. */
const asksNothing = ({ fields }, text) => fields === "any" && wordsOf(text).length === 0;
/** A phrase, and how far its words may be out of place; undefined where it asks for nothing. */
export function phraseValue(where, text, cursor) {
    const slop = readTilde(cursor)?.number ?? where.slop;
    if (asksNothing(where, text))
        return undefined;
    where.context.spend(1, cursor.at);
    return phraseLeaf(where.context, where.fields, text, slop, cursor.at);
}
/** A word that is no pattern: several words in it stand side by side, or are each like those in the text. */
export function textValue(where, text, like, at) {
    const { context, fields, prefix } = where;
    if (asksNothing(where, text))
        return undefined;
    context.spend(1, at);
    if (!like)
        return wordsLeaf(context, fields, text, "phrase", at);
    const atLeast = Math.max(1, wordsOf(text).length);
    return someLeaf(context, fields, text, { atLeast, edits: like.number ?? where.edits, prefix }, at);
}
/** A word as typed. `*` alone is any value. */
export function wordValue(where, { text, pattern, from }, cursor) {
    const { context, fields } = where;
    const { at } = cursor;
    const like = readTilde(cursor);
    if (like && pattern)
        throw mistake(cursor, "'~' follows no word with wildcards; write \\~ for the sign itself", { from });
    if (like?.number !== undefined && ![0, 1, 2].includes(like.number))
        throw mistake(cursor, "after '~' belong 0, 1 or 2 edits, or nothing", { from });
    if (!pattern)
        return textValue(where, text, like, at);
    if (pattern.length > 1 || pattern[0] !== "*")
        return patternLeaf(context, fields, pattern, at);
    context.spend(1, at);
    return fields === "any" ? ALL : or(fields.map(({ name }) => ({ kind: "exists", field: name })));
}
/** True when every kind that the field is takes every bound. */
const fits = ({ context }, field, bounds) => [...context.kindsOf(field)].every((kind) => Object.values(bounds).every((bound) => kind === "date" ? dateOf(bound, "gte", context.now) !== undefined : valueOf(kind, bound) !== undefined));
/** Values within bounds in any of the fields. In an open map, bounds that read as numbers compare numbers. */
export function rangeValue(where, bounds, cursor, from) {
    const { context, fields, lenient } = where;
    if (fields === "any")
        throw mistake(cursor, "a range needs a field: size:[1 TO 5]", { from });
    context.spend(fields.length, cursor.at);
    const leaves = fields.map(({ name }) => {
        if (lenient && !fits(where, name, bounds))
            return NONE;
        const open = context.kindsOf(name).has("open");
        const typed = Object.entries(bounds).map(([side, bound]) => [side, (open ? numberOf(bound) : undefined) ?? bound]);
        return rangeLeaf(context, name, Object.fromEntries(typed), cursor.at);
    });
    return or(leaves);
}
/** A regular expression between slashes; `\/` is a slash in it. */
export function regexpValue({ context, fields }, cursor) {
    const from = cursor.position++;
    let text = "";
    while (!take(cursor, "/")) {
        if (atEnd(cursor))
            throw mistake(cursor, "the regular expression is never closed; write \\/ for a slash itself", { from });
        if (take(cursor, "\\") && next(cursor) !== "/")
            text += "\\";
        text += next(cursor);
        cursor.position++;
    }
    return regexpLeaf(context, fields, text, cursor.at);
}
