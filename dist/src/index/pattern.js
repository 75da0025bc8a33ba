/** Reads `ubuntu*`, `?`, and `\*` for a star itself; runs of stars are one. */
export function parsePattern(text) {
    const parts = [];
    const literal = (piece) => {
        const last = parts.at(-1);
        if (typeof last === "object")
            parts[parts.length - 1] = { text: last.text + piece };
        else
            parts.push({ text: piece });
    };
    for (let i = 0; i < text.length; i++) {
        const char = text[i];
        if (char === "\\" && i + 1 < text.length)
            literal(text[++i]);
        else if (char === "*") {
            if (parts.at(-1) !== "*")
                parts.push("*");
        }
        else if (char === "?")
            parts.push("?");
        else
            literal(char);
    }
    return parts;
}
/** Everything that starts with this text. */
export const prefixPattern = (text) => (text === "" ? ["*"] : [{ text }, "*"]);
/** The same pattern with its texts changed, folded for instance. */
export const mapPattern = (pattern, change) => pattern.map((part) => (typeof part === "object" ? { text: change(part.text) } : part));
/** The literal text that every match starts with; "" when it starts with a wildcard. */
export const literalPrefix = (pattern) => (typeof pattern[0] === "object" ? pattern[0].text : "");
/** True for exactly `text*`. */
export const isPrefix = (pattern) => pattern.length === 2 && typeof pattern[0] === "object" && pattern[1] === "*";
/** A predicate for a pattern, in time at most its length times the text's: greedy, going back only to the last star. */
export function matcherOf(pattern) {
    const steps = pattern.flatMap((part) => typeof part === "object" ? [...part.text] : [part === "*" ? STAR : ONE]);
    return (text) => matches(steps, [...text]);
}
const STAR = Symbol("*");
const ONE = Symbol("?");
function matches(steps, points) {
    let step = 0;
    let star = -1;
    let resume = 0;
    for (let point = 0; point < points.length;) {
        if (step < steps.length && (steps[step] === ONE || steps[step] === points[point])) {
            step++;
            point++;
        }
        else if (step < steps.length && steps[step] === STAR) {
            star = step++;
            resume = point;
        }
        else if (star >= 0) {
            step = star + 1;
            point = ++resume;
        }
        else
            return false;
    }
    while (steps[step] === STAR)
        step++;
    return step === steps.length;
}
