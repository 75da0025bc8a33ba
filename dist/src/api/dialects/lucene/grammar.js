import { SearchlightError } from "../../../errors.js";
import { fieldNames, isAnyField } from "../fields.js";
import { checkLength } from "../leaf.js";
import { and, boosted, NONE, not, or } from "../tree.js";
import { atBreak, atEnd, mistake, next, skipSpace, take, takeOperator } from "./cursor.js";
import { readComparison, readRange } from "./range.js";
import { phraseValue, rangeValue, regexpValue, wordValue } from "./value.js";
import { readBoost, readPhrase, readWord } from "./word.js";
const standing = ({ sign, query }) => (query ? [sign === "-" ? not(query) : query] : []);
/** All of the sequence; or what is signed `+`, not what is signed `-`, and any of the rest, which else only scores. */
function joined(parts, { all, atLeast }) {
    const asking = parts.filter(({ query }) => query !== undefined);
    if (asking.length === 0)
        return undefined;
    if (all)
        return and(asking.flatMap(standing));
    const rest = asking.filter(({ sign }) => sign === "").flatMap(standing);
    const required = asking.filter(({ sign }) => sign === "+").flatMap(standing);
    const wanted = Math.max(Number(required.length === 0), atLeast?.(rest.length) ?? 0);
    const refused = asking.filter(({ sign }) => sign === "-").flatMap(standing);
    return and([...required, ...refused, ...(rest.length > 0 ? [or(rest, wanted)] : [])]);
}
function sequence(grammar) {
    const { cursor, depth, context } = grammar;
    if (depth > context.limits.depth)
        throw mistake(cursor, `nested deeper than ${context.limits.depth}`);
    const parts = [];
    for (skipSpace(cursor); !atEnd(cursor) && next(cursor) !== ")"; skipSpace(cursor))
        parts.push(disjunction(grammar));
    return joined(parts, grammar);
}
function operation(grammar, operand, [word, sign], join) {
    const first = operand(grammar);
    const parts = [first];
    while (takeOperator(grammar.cursor, word, sign))
        parts.push(operand(grammar));
    if (parts.length === 1)
        return first;
    const of = parts.flatMap(standing);
    return { sign: "", query: of.length > 0 ? join(of) : undefined };
}
const disjunction = (grammar) => operation(grammar, conjunction, ["OR", "||"], (of) => or(of));
const conjunction = (grammar) => operation(grammar, clause, ["AND", "&&"], and);
function signOf(cursor) {
    if (takeOperator(cursor, "NOT", "!"))
        return "-";
    // A sign that stands alone is a word without words: `ubuntu - server`.
    if (atBreak(cursor.text[cursor.position + 1]) && !'("'.includes(cursor.text[cursor.position + 1] ?? " "))
        return "";
    return take(cursor, "+") ? "+" : take(cursor, "-") ? "-" : "";
}
function clause(grammar) {
    const { cursor } = grammar;
    skipSpace(cursor);
    const from = cursor.position;
    if (takeOperator(cursor, "AND", "&&") || takeOperator(cursor, "OR", "||"))
        throw mistake(cursor, "nothing stands before this operator; put a word of it in quotation marks", { from });
    const sign = signOf(cursor);
    skipSpace(cursor);
    if (atEnd(cursor) || next(cursor) === ")")
        throw mistake(cursor, "a word belongs here");
    return { sign, query: valued(grammar) };
}
/** A name and its value, or a value alone. */
function valued(grammar) {
    const { cursor } = grammar;
    const opening = grammar.fields === "any" ? '("[{/' : '("[{/<>';
    if (opening.includes(next(cursor)))
        return weighed(grammar);
    const word = readWord(cursor, { colons: false });
    if (!take(cursor, ":"))
        return suffixed(cursor, typed(grammar, word));
    skipSpace(cursor);
    if (word.text === "")
        throw mistake(cursor, "a field belongs before ':'; write \\: for the sign itself", word);
    if (atEnd(cursor) || next(cursor) === ")")
        throw mistake(cursor, `a value belongs after '${word.text}:'`);
    if (word.text === "_exists_")
        return existing(grammar);
    return weighed({ ...grammar, fields: named(grammar, word) });
}
function named({ cursor, context, lenient }, { text, from }) {
    if (isAnyField(text))
        return "any";
    try {
        return fieldNames(context, [text.replaceAll("^", "")], cursor.at, lenient);
    }
    catch (error) {
        const hint = `there is no field '${text}' to search${context.guess(text)}; write \\: for a colon that is part of a word`;
        if (error instanceof SearchlightError && error.code === "unknown-field")
            throw mistake(cursor, hint, { code: error.code, from });
        throw error;
    }
}
function existing(grammar) {
    const word = readWord(grammar.cursor, { colons: true });
    const fields = named(grammar, word);
    grammar.context.spend(1, grammar.cursor.at);
    return fields === "any" ? undefined : or(fields.map(({ name }) => ({ kind: "exists", field: name })));
}
/** A word in the grammar's fields. Where a sign stands that belongs to nothing, there is none. */
function typed(grammar, word) {
    const { cursor } = grammar;
    if (cursor.position === word.from)
        throw mistake(cursor, `'${next(cursor)}' cannot stand here; write \\${next(cursor)} for the sign itself`);
    return wordValue(grammar, word, cursor);
}
const suffixed = (cursor, query) => {
    if (next(cursor) === "~")
        throw mistake(cursor, "'~' belongs right after a word or a phrase; write \\~ for the sign itself");
    const by = readBoost(cursor);
    return query && boosted(query, by);
};
const weighed = (grammar) => suffixed(grammar.cursor, value(grammar));
function value(grammar) {
    const { cursor } = grammar;
    const from = cursor.position;
    if (take(cursor, "(")) {
        const inner = sequence({ ...grammar, depth: grammar.depth + 1, atLeast: undefined });
        if (!take(cursor, ")"))
            throw mistake(cursor, "the bracket is never closed; write \\( for the sign itself", { from });
        return inner;
    }
    if (next(cursor) === "/")
        return regexpValue(grammar, cursor);
    if (next(cursor) === '"')
        return phraseValue(grammar, readPhrase(cursor), cursor);
    if ("[{".includes(next(cursor)))
        return rangeValue(grammar, readRange(cursor), cursor, from);
    const bounds = grammar.fields === "any" ? undefined : readComparison(cursor);
    return bounds ? rangeValue(grammar, bounds, cursor, from) : typed(grammar, readWord(cursor, { colons: true }));
}
/** What a query text means; text that asks for nothing (blank, signs only) finds nothing. */
export function parseLucene(text, { at, ...options }) {
    checkLength(text, options.context.limits.textLength, at);
    const cursor = { text, at, position: 0 };
    const query = sequence({ cursor, ...options });
    if (!atEnd(cursor))
        throw mistake(cursor, "nothing opens this bracket; write \\) for the sign itself");
    return query ?? NONE;
}
