import { SearchlightError } from "../errors.js";
/** The signs below it separate names, values and words from each other (see `text.ts`): no pattern means them. */
const LEAST = 3;
const MOST = 0x10ffff;
/** How often a part may be asked for in figures, and how deep brackets nest. */
const TIMES = 100;
const DEPTH = 20;
const DIGIT = [[48, 57]];
const LETTER = [...DIGIT, [65, 90], [95, 95], [97, 122]];
const BLANK = [
    [9, 10],
    [13, 13],
    [32, 32],
];
const CLASSES = new Map([
    ["d", DIGIT],
    ["w", LETTER],
    ["s", BLANK],
]);
/** In order, apart, and none of the signs below `LEAST`. */
export function tidy(ranges) {
    const tidied = [];
    for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
        const before = tidied.at(-1);
        if (before && first <= before[1] + 1)
            before[1] = Math.max(before[1], last);
        else if (last >= LEAST)
            tidied.push([Math.max(first, LEAST), last]);
    }
    return tidied;
}
/** Every character that is in none of these. */
function others(ranges) {
    const found = [];
    let next = LEAST;
    for (const [first, last] of tidy(ranges)) {
        if (first > next)
            found.push([next, first - 1]);
        next = last + 1;
    }
    return next <= MOST ? [...found, [next, MOST]] : found;
}
const peek = ({ points, place }) => points[place] ?? "";
const ended = ({ points, place }) => place >= points.length;
function take(reader, sign) {
    if (peek(reader) !== sign)
        return false;
    reader.place++;
    return true;
}
const mistake = ({ place }, message) => new SearchlightError("bad-request", `${message} (at character ${place + 1} of the regular expression)`);
const code = (point) => point.codePointAt(0);
/** The next character, as itself. */
function one(reader) {
    const point = code(peek(reader));
    if (point < LEAST)
        throw mistake(reader, "no text holds this character");
    reader.place++;
    return [point, point];
}
/** What a backslash and the sign after it mean. */
function escape(reader) {
    if (ended(reader))
        throw mistake(reader, "nothing follows the backslash");
    const point = peek(reader);
    if (!/[A-Za-z0-9]/.test(point))
        return [one(reader)];
    const known = CLASSES.get(point.toLowerCase());
    if (!known)
        throw mistake(reader, `\\${point} has no meaning here`);
    reader.place++;
    return point === point.toLowerCase() ? known : others(known);
}
function member(reader) {
    if (take(reader, "\\"))
        return escape(reader);
    return [one(reader)];
}
/** `[a-z_]`, `[^0-9]`, after the opening bracket. */
function brackets(reader) {
    const negative = take(reader, "^");
    const ranges = [];
    while (!take(reader, "]")) {
        if (ended(reader))
            throw mistake(reader, "the square bracket is never closed");
        const from = member(reader);
        if (peek(reader) !== "-" || reader.points[reader.place + 1] === "]") {
            ranges.push(...from);
            continue;
        }
        reader.place++;
        if (ended(reader))
            throw mistake(reader, "the square bracket is never closed");
        const [first, last] = [from[0][0], member(reader)[0][1]];
        if (first > last)
            throw mistake(reader, "a range of characters ends before it starts");
        ranges.push([first, last]);
    }
    const set = negative ? others(ranges) : tidy(ranges);
    if (set.length === 0)
        throw mistake(reader, "these square brackets hold no character");
    return { kind: "set", ranges: set };
}
function figures(reader) {
    const rest = reader.points.slice(reader.place, reader.place + 12).join("");
    const [all, least, comma, most] = /^(\d{1,4})(,?)(\d{0,4})\}/.exec(rest) ?? [];
    if (all === undefined)
        throw mistake(reader, "braces hold how often: {2}, {2,} or {2,5}");
    const [from, to] = [Number(least), most === "" ? (comma === "" ? Number(least) : undefined) : Number(most)];
    if (from > TIMES || (to ?? 0) > TIMES)
        throw mistake(reader, `at most ${TIMES} times can be asked for`);
    if (to !== undefined && to < from)
        throw mistake(reader, "the second figure is less than the first");
    reader.place += all.length;
    return { least: from, most: to };
}
function atom(reader) {
    if (take(reader, "(")) {
        if (++reader.depth > DEPTH)
            throw mistake(reader, `brackets nest deeper than ${DEPTH}`);
        const inner = either(reader);
        if (!take(reader, ")"))
            throw mistake(reader, "the bracket is never closed");
        reader.depth--;
        return inner;
    }
    if (take(reader, "["))
        return brackets(reader);
    if (take(reader, "."))
        return { kind: "set", ranges: others([]) };
    if (take(reader, "\\"))
        return { kind: "set", ranges: escape(reader) };
    const point = peek(reader);
    if (point === "^" || point === "$")
        throw mistake(reader, `a regular expression always means the whole: leave '${point}' out, or write \\${point}`);
    if ('*+?{}]~&<>@#"'.includes(point))
        throw mistake(reader, `'${point}' cannot stand here: write \\${point}`);
    return { kind: "set", ranges: [one(reader)] };
}
function repeated(reader) {
    let of = atom(reader);
    for (;;) {
        if (take(reader, "*"))
            of = { kind: "times", of, least: 0, most: undefined };
        else if (take(reader, "+"))
            of = { kind: "times", of, least: 1, most: undefined };
        else if (take(reader, "?"))
            of = { kind: "times", of, least: 0, most: 1 };
        else if (take(reader, "{"))
            of = { kind: "times", of, ...figures(reader) };
        else
            return of;
    }
}
function row(reader) {
    const of = [];
    while (!ended(reader) && peek(reader) !== "|" && peek(reader) !== ")")
        of.push(repeated(reader));
    return of.length === 1 ? of[0] : { kind: "row", of };
}
function either(reader) {
    const of = [row(reader)];
    while (take(reader, "|"))
        of.push(row(reader));
    return of.length === 1 ? of[0] : { kind: "either", of };
}
/**
 * Reads a regular expression: `.`, `[a-z]`, `[^a]`, `(a|b)`, `*`, `+`, `?`, `{2,5}`, `\d`, `\w`, `\s` and `\` before a
 * sign. It means the whole of a value.
 *
 * @throws SearchlightError `bad-request`, saying where
 */
export function parseRegexp(text) {
    const reader = { points: Array.from(text.toWellFormed()), place: 0, depth: 0 };
    const read = either(reader);
    if (!ended(reader))
        throw mistake(reader, "nothing opens this bracket: write \\)");
    return read;
}
