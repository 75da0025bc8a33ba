import { z } from "zod";
import { SearchlightError } from "../errors.js";
import { LATE } from "../index/store.js";
const time = z.iso.datetime().nullable();
/** How complete and how fresh an answer is. */
export const honestShape = {
    timed_out: z.boolean(),
    complete: z.boolean().describe("False when a part of the index did not answer, or not in time: there may be more"),
    reasons: z.array(z.string()).describe("Why the answer is not complete"),
    as_of: time.describe("The newest event or listing that was taken into the index, by whichever process; null when none ever was"),
    sources: z
        .array(z.object({
        source: z.string().describe("topic/partition"),
        position: z.int().describe("All before it was read"),
        newest: time.describe("The time of the last record"),
        read_at: time,
    }))
        .optional()
        .describe("How far each source was read, by whichever process; for administrators"),
};
/** Whole seconds, as `2026-11-22T17:13:30Z`. */
const seconds = (milliseconds) => milliseconds === undefined ? null : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
const sourcesShown = ({ sources }) => sources.map(({ source, position, newest, at }) => ({
    source,
    position,
    newest: seconds(newest),
    read_at: seconds(at),
}));
/** What is told of an answer besides what was found. Whole seconds for everybody; positions for administrators. */
export const honestly = ({ complete, reasons }, freshness, scope) => ({
    timed_out: reasons.includes(LATE),
    complete,
    reasons: [...reasons],
    as_of: seconds(freshness.asOf),
    ...(scope.admin && freshness.sources.length > 0 ? { sources: sourcesShown(freshness) } : {}),
});
/** For answers that are all or nothing. @throws SearchlightError `timed-out` or `store-unavailable`, with the reasons */
export function assertWhole({ complete, reasons }) {
    if (complete)
        return;
    throw new SearchlightError(reasons.includes(LATE) ? "timed-out" : "store-unavailable", reasons.join("; "));
}
