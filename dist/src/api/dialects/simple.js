import { prefixPattern } from "../../index/pattern.js";
import { badRequest } from "./input.js";
import { checkLength, patternLeaf } from "./leaf.js";
import { atEnd, next, skipSpace, take } from "./lucene/cursor.js";
import { phraseValue, textValue } from "./lucene/value.js";
import { readTilde } from "./lucene/word.js";
import { ALL, and, NONE, not, or } from "./tree.js";
const queryOf = ({ operator, of }) => (operator === "and" ? and(of) : or(of));
/** One part more: beside the others where the operator is theirs, else beside all of them as one. */
const joining = (joined, operator, part) => joined.operator === operator || joined.of.length < 2
    ? { operator, of: [...joined.of, part] }
    : { operator, of: [queryOf(joined), part] };
const ENDS_WORD = /[\s+|()"]/u;
const LIKE = /~\d{0,6}(?=[\s+|()"]|$)/uy;
const STAR = /\*(?=[\s+|()"]|$)/uy;
const standsAt = (sign, { text, position }) => {
    sign.lastIndex = position;
    return sign.test(text);
};
function readPlain(cursor) {
    let text = "";
    while (!atEnd(cursor) && !ENDS_WORD.test(next(cursor)) && !standsAt(LIKE, cursor) && !standsAt(STAR, cursor)) {
        if (take(cursor, "\\") && atEnd(cursor))
            break;
        text += next(cursor);
        cursor.position++;
    }
    return text;
}
function word(simple, cursor) {
    const text = readPlain(cursor);
    if (take(cursor, "*"))
        return text === "" ? ALL : patternLeaf(simple.context, simple.fields, prefixPattern(text), cursor.at);
    const like = readTilde(cursor);
    const number = like?.number === undefined ? {} : { number: Math.min(2, like.number) };
    return text === "" ? undefined : textValue(simple, text, like && number, cursor.at);
}
function phrase(simple, cursor) {
    const start = ++cursor.position;
    let text = "";
    for (; !atEnd(cursor); cursor.position++) {
        if (take(cursor, '"'))
            return phraseValue(simple, text, cursor);
        if (take(cursor, "\\") && atEnd(cursor))
            break;
        text += next(cursor);
    }
    cursor.position = start;
    return undefined;
}
function part(simple, cursor, depth) {
    let negative = false;
    while (take(cursor, "-"))
        negative = !negative;
    let query;
    if (take(cursor, "(")) {
        const joined = sequence(simple, cursor, depth + 1);
        query = joined.of.length > 0 ? queryOf(joined) : undefined;
    }
    else
        query = next(cursor) === '"' ? phrase(simple, cursor) : word(simple, cursor);
    return query && negative ? not(query) : query;
}
function sequence(simple, cursor, depth) {
    const { limits } = simple.context;
    if (depth > limits.depth)
        throw badRequest(cursor.at, `nested deeper than ${limits.depth} queries`);
    const usual = simple.all ? "and" : "or";
    let joined = { operator: usual, of: [] };
    let operator = usual;
    for (skipSpace(cursor); !atEnd(cursor); skipSpace(cursor)) {
        if (take(cursor, "+"))
            operator = "and";
        else if (take(cursor, "|"))
            operator = "or";
        else if (take(cursor, ")")) {
            if (depth > 1)
                return joined;
        }
        else {
            const query = part(simple, cursor, depth);
            if (query)
                joined = joining(joined, operator, query);
            operator = usual;
        }
    }
    return joined;
}
/**
 * What a text of this language means; one that asks for nothing finds nothing.
 *
 * @throws SearchlightError `bad-request` beyond a limit
 */
export function parseSimple(text, at, simple) {
    checkLength(text, simple.context.limits.textLength, at);
    const joined = sequence(simple, { text, at, position: 0 }, 1);
    const { operator, of } = joined;
    if (of.length === 0)
        return NONE;
    return operator === "or" && simple.atLeast ? or(of, Math.max(1, simple.atLeast(of.length))) : queryOf(joined);
}
