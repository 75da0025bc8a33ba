import { SearchlightError } from "../../../errors.js";
const SPACE = /\s/u;
/** An error that says where in the text it is, counted in characters from 1. */
export const mistake = ({ at, position }, message, { code = "bad-request", from = position } = {}) => new SearchlightError(code, `${at}: ${message} (at character ${from + 1})`, { at });
export const next = ({ text, position }) => text[position] ?? "";
export const atEnd = ({ text, position }) => position >= text.length;
/** True where a word could not go on: a space, the end, or a sign that stands for itself. */
export const atBreak = (char) => char === undefined || char === "" || SPACE.test(char) || '()[]{}"^~'.includes(char);
export function skipSpace(cursor) {
    while (!atEnd(cursor) && SPACE.test(next(cursor)))
        cursor.position++;
}
/** Moves past a literal if it stands here. */
export function take(cursor, literal) {
    if (!cursor.text.startsWith(literal, cursor.position))
        return false;
    cursor.position += literal.length;
    return true;
}
/** Moves past an operator if one stands after the spaces: a sign, or a word in capitals that stands alone. */
export function takeOperator(cursor, word, sign) {
    const start = cursor.position;
    skipSpace(cursor);
    if (sign !== undefined && take(cursor, sign))
        return true;
    if (take(cursor, word) && atBreak(next(cursor)))
        return true;
    cursor.position = start;
    return false;
}
/** The character that a backslash makes literal. */
export function escaped(cursor) {
    cursor.position++;
    const [char] = cursor.text.slice(cursor.position, cursor.position + 2);
    if (char === undefined)
        throw mistake(cursor, "nothing follows the backslash; write \\\\ for a backslash itself");
    cursor.position += char.length;
    return char;
}
