import { distanceTo } from "./distance.js";
const lengthOf = (text) => Array.from(text).length;
/** The edits that a word of this length may have: never all of its characters, or it would mean any word. */
function editsOf(length, edits) {
    const most = typeof edits === "number" ? edits : length < edits[0] ? 0 : length < edits[1] ? 1 : 2;
    return Math.max(0, Math.min(most, length - 1));
}
/** A word with its edits; its first `prefix` characters have none. */
export const fuzzyWord = (text, edits, prefix) => ({
    text,
    head: Array.from(text).slice(0, prefix).join(""),
    edits: editsOf(lengthOf(text), edits),
});
/** Whether a value is within the edits. */
export function fuzzyMatcher({ text, head, edits }) {
    if (edits === 0)
        return (value) => value === text;
    const distance = distanceTo(text.slice(head.length), edits);
    return (value) => value.startsWith(head) && distance(value.slice(head.length)) <= edits;
}
