import { distanceTo } from "../../index/distance.js";
import { compareText } from "../../index/text.js";
/** A name is taken for misspelt when at most every third of its characters is wrong. */
const SHARE = 3;
/** The name that was probably meant: the nearest of those that the caller may know, if one is near; of several, the first. */
function nearest(name, known) {
    const most = Math.min(3, Math.max(1, Math.floor(name.length / SHARE)));
    const distance = distanceTo(name.toLowerCase(), most);
    return known
        .map((other) => ({ other, edits: distance(other.toLowerCase()) }))
        .filter(({ edits }) => edits <= most)
        .toSorted((a, b) => a.edits - b.edits || compareText(a.other, b.other))[0]?.other;
}
/** `; did you mean 'status'?`, or nothing. Longer names than anything has are not looked at. */
export function didYouMean(name, known) {
    const other = name.length > 100 ? undefined : nearest(name, known);
    return other === undefined ? "" : `; did you mean '${other}'?`;
}
