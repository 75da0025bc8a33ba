import { tidy } from "./regexp.js";
import { fold } from "./text.js";
const text = (point) => String.fromCodePoint(point);
const isSign = (char) => /[!-/:-@[-`{-~]/.test(char);
/** A character as itself, whatever else it might mean. Lucene takes no backslash before a control character. */
const plain = (point) => (isSign(text(point)) ? "\\" : "") + text(point);
/** A text as a regular expression of nothing but itself. */
export const literalText = (value) => Array.from(value, (char) => plain(char.codePointAt(0))).join("");
/** Half of a character is none: no text has one. */
const whole = ([first, last]) => [
    first >= 0xd800 && first <= 0xdfff ? 0xe000 : first,
    last >= 0xd800 && last <= 0xdfff ? 0xd7ff : last,
];
/** A range as Lucene reads it: one never starts with a sign behind a backslash, so such signs stand before it one by one. */
function rangeText([first, last]) {
    const signs = [];
    let low = first;
    for (; low < last && isSign(text(low)); low++)
        signs.push(plain(low));
    return signs.join("") + (low === last ? plain(low) : `${plain(low)}-${plain(last)}`);
}
function setText(ranges) {
    const [first] = ranges;
    if (ranges.length === 1 && first[0] === first[1])
        return plain(first[0]);
    const parts = ranges.map(whole).filter(([low, high]) => low <= high);
    return `[${parts.map(rangeText).join("")}]`;
}
/** The one text of a regular expression, in the syntax that engines share: all that could be a sign is escaped. */
export function regexpText(regexp) {
    switch (regexp.kind) {
        case "set":
            return setText(regexp.ranges);
        case "row":
            return regexp.of.length === 0 ? "()" : regexp.of.map(regexpText).join("");
        case "either":
            return `(${regexp.of.map(regexpText).join("|")})`;
        case "times":
            return `(${regexpText(regexp.of)}){${regexp.least},${regexp.most ?? ""}}`;
    }
}
/** Small letters beside the capital ones, for folded text has no others. */
const lowered = (ranges) => ranges.flatMap(([first, last]) => {
    const [low, high] = [Math.max(first, 65), Math.min(last, 90)];
    return low <= high
        ? [
            [first, last],
            [low + 32, high + 32],
        ]
        : [[first, last]];
});
function foldedSet(ranges) {
    const [range] = ranges;
    if (ranges.length > 1 || range[0] !== range[1])
        return { kind: "set", ranges: tidy(lowered(ranges)) };
    const points = Array.from(fold(text(range[0])), (char) => char.codePointAt(0));
    const of = points.map((point) => ({ kind: "set", ranges: [[point, point]] }));
    return of.length === 1 ? of[0] : { kind: "row", of };
}
/** The same for folded text: characters are folded, a range of capital letters is one of small letters too. */
export function foldedRegexp(regexp) {
    switch (regexp.kind) {
        case "set":
            return foldedSet(regexp.ranges);
        case "row":
        case "either":
            return { kind: regexp.kind, of: regexp.of.map(foldedRegexp) };
        case "times":
            return { ...regexp, of: foldedRegexp(regexp.of) };
    }
}
/** The text that every match starts with, as far as it is plain. */
export function regexpPrefix(regexp) {
    const parts = regexp.kind === "row" ? regexp.of : [regexp];
    const end = parts.findIndex((part) => part.kind !== "set" || part.ranges.length > 1 || part.ranges[0][0] !== part.ranges[0][1]);
    return (end < 0 ? parts : parts.slice(0, end))
        .map((part) => (part.kind === "set" ? text(part.ranges[0][0]) : ""))
        .join("");
}
