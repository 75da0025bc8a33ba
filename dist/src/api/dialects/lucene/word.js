import { parsePattern } from "../../../index/pattern.js";
import { atBreak, atEnd, escaped, mistake, next, take } from "./cursor.js";
/** Reads up to a space or a sign. A colon ends a name, but not a value: `created_at:2026-11-22T17:13:30Z`. */
export function readWord(cursor, { colons, stop = "" }) {
    const from = cursor.position;
    let text = "";
    let pattern = "";
    let wild = false;
    while (!atEnd(cursor)) {
        const char = next(cursor);
        if (char === "\\") {
            const literal = escaped(cursor);
            text += literal;
            pattern += `\\${literal}`;
            continue;
        }
        if (atBreak(char) || stop.includes(char) || (char === ":" && !colons))
            break;
        wild ||= char === "*" || char === "?";
        text += char;
        pattern += char;
        cursor.position++;
    }
    return { text, pattern: wild ? parsePattern(pattern) : undefined, from };
}
/** Reads what stands between quotation marks; the cursor is on the first. */
export function readPhrase(cursor) {
    const from = cursor.position++;
    let text = "";
    while (!atEnd(cursor)) {
        if (take(cursor, '"'))
            return text;
        if (next(cursor) === "\\")
            text += escaped(cursor);
        else
            text += cursor.text[cursor.position++];
    }
    throw mistake(cursor, 'the quotation mark is never closed; write \\" for the sign itself', { from });
}
/** Reads `~` and `~2`; undefined where there is none. */
export function readTilde(cursor) {
    if (!take(cursor, "~"))
        return undefined;
    const [digits] = /^\d{1,6}(?:\.\d{1,6})?/.exec(cursor.text.slice(cursor.position)) ?? [];
    if (digits === undefined)
        return {};
    cursor.position += digits.length;
    return { number: Number(digits) };
}
/** Reads `^2` after a clause; undefined where there is none. */
export function readBoost(cursor) {
    const from = cursor.position;
    if (!take(cursor, "^"))
        return undefined;
    const [digits] = /^\d{1,6}(?:\.\d{1,6})?/.exec(cursor.text.slice(cursor.position)) ?? [];
    if (digits === undefined)
        throw mistake(cursor, "a number belongs after '^'; write \\^ for the sign itself", { from });
    cursor.position += digits.length;
    return Number(digits);
}
