/** More than any distance that is asked for. */
const FAR = 1 << 20;
/** Fills the row of one more character, as far as it matters; the least of it. `previous` is the character before. */
function fill({ before, last, row }, asked, i, most, pair) {
    const low = Math.max(1, i - most);
    const high = Math.min(asked.length, i + most);
    row[low - 1] = low === 1 ? i : FAR;
    let least = row[low - 1];
    for (let j = low; j <= high; j++) {
        const changed = last[j - 1] + (asked[j - 1] === pair.point ? 0 : 1);
        let edits = Math.min(last[j] + 1, row[j - 1] + 1, changed);
        const swapped = i > 1 && j > 1 && asked[j - 1] === pair.previous && asked[j - 2] === pair.point;
        if (swapped)
            edits = Math.min(edits, before[j - 2] + 1);
        row[j] = edits;
        if (edits < least)
            least = edits;
    }
    if (high < asked.length)
        row[high + 1] = FAR;
    return least;
}
/**
 * Says how many edits a text is away: a character more, less or other, or two neighbours exchanged, none edited twice
 * (optimal string alignment, which is what Lucene counts). Any number beyond `most` means: further than that. Characters
 * are code points; the time is the text's length times `most`.
 */
export function distanceTo(text, most) {
    const asked = Array.from(text, (char) => char.codePointAt(0));
    const bare = () => new Int32Array(asked.length + 2);
    let rows = { before: bare(), last: bare(), row: bare() };
    return (other) => {
        for (let j = 0; j <= asked.length; j++)
            rows.last[j] = j;
        let [i, previous, leastBefore] = [0, -1, 0];
        for (let at = 0; at < other.length;) {
            const point = other.codePointAt(at);
            at += point > 0xffff ? 2 : 1;
            if (++i > asked.length + most)
                return FAR;
            const least = fill(rows, asked, i, most, { point, previous });
            if (least > most && leastBefore >= most)
                return FAR;
            [previous, leastBefore] = [point, least];
            rows = { before: rows.last, last: rows.row, row: rows.before };
        }
        return i + most < asked.length ? FAR : rows.last[asked.length];
    };
}
