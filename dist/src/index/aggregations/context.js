import { SearchlightError } from "../../errors.js";
import { together } from "./probe.js";
/** The buckets with what is counted within each. */
export function* filled(drafts, aggregations, { path, within }) {
    if (aggregations === undefined)
        return drafts.map(({ key, count }) => ({ key, count }));
    const inner = yield* together(drafts.map(({ by }) => within(aggregations, [...path, by])));
    return drafts.map(({ key, count }, i) => ({ key, count, aggregations: inner[i] }));
}
/** A refusal of something that depends on what was found. */
export const tooMany = (message) => new SearchlightError("bad-request", message, { at: "aggregations" });
