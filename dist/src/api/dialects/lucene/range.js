import { atEnd, mistake, next, skipSpace, take, takeOperator } from "./cursor.js";
import { readPhrase, readWord } from "./word.js";
/** One end of a range; `*` is no end. */
function readEnd(cursor) {
    skipSpace(cursor);
    const from = cursor.position;
    if (next(cursor) === '"')
        return readPhrase(cursor);
    const { text, pattern } = readWord(cursor, { colons: true });
    if (text === "")
        throw mistake(cursor, "a range is [from TO to], with * for an open end", { from });
    if (pattern && text !== "*")
        throw mistake(cursor, "an end of a range cannot have wildcards", { from });
    return pattern ? undefined : text;
}
/** Reads `[a TO b]`, `{a TO b}` and their mixtures: square brackets include the end, braces do not. */
export function readRange(cursor) {
    const from = cursor.position;
    const low = take(cursor, "[") ? "gte" : (cursor.position++, "gt");
    const least = readEnd(cursor);
    if (!takeOperator(cursor, "TO"))
        throw mistake(cursor, "'TO' belongs between the ends of a range");
    const most = readEnd(cursor);
    skipSpace(cursor);
    const closed = take(cursor, "]") ? "lte" : take(cursor, "}") ? "lt" : undefined;
    if (closed === undefined)
        throw mistake(cursor, atEnd(cursor) ? "the range is never closed" : "the range ends with ] or }", { from });
    return {
        ...(least === undefined ? {} : { [low]: least }),
        ...(most === undefined ? {} : { [closed]: most }),
    };
}
/** Reads `>=5`, `>5`, `<=5`, `<5`; undefined when none of these stands here. */
export function readComparison(cursor) {
    for (const [sign, side] of [
        [">=", "gte"],
        ["<=", "lte"],
        [">", "gt"],
        ["<", "lt"],
    ]) {
        if (!take(cursor, sign))
            continue;
        const end = readEnd(cursor);
        if (end === undefined)
            throw mistake(cursor, `a value belongs after '${sign}'`);
        return { [side]: end };
    }
    return undefined;
}
