/** What is known of an index that nothing was applied to. */
export const UNKNOWN = { sources: [] };
const isLater = (one, other) => one.at === other.at ? one.position > other.position : one.at > other.at;
/** What two accounts of one index come to: the newest event of both, and of each source the later word. */
export function joined(one, other) {
    const sources = new Map();
    for (const progress of [...one.sources, ...other.sources]) {
        const known = sources.get(progress.source);
        if (!known || isLater(progress, known))
            sources.set(progress.source, progress);
    }
    const newest = Math.max(one.asOf ?? -Infinity, other.asOf ?? -Infinity);
    return {
        ...(newest > -Infinity && { asOf: newest }),
        sources: [...sources.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1)),
    };
}
