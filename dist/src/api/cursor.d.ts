import type { Place } from "../index/place.ts";
import type { Asked } from "./dialects/request.ts";
/** Where a walk goes on: behind this place, of the search with this hash, whose `now` (milliseconds) stays its first page's. */
type Mark = {
    readonly search: string;
    readonly now: number;
    readonly place: Place;
};
/**
 * Makes places into texts that clients give back, and reads them. A text holds nothing but what the caller was shown; it is
 * signed, so that what comes back is what was given out, to this search.
 */
export type Cursors = {
    readonly seal: (mark: Mark) => string;
    /** @throws SearchlightError `bad-request` for a text that was not made with this key */
    readonly open: (text: string) => Mark;
};
/** Cursors of one key. Processes that share the key read each other's. */
export declare function cursorsOf(key: Uint8Array): Cursors;
/** What a cursor is bound to: what is asked, in which order, of which types, by whom. */
export declare const searchHash: ({ request: { query, postFilter, types, sort }, scope, }: Pick<Asked, "request" | "scope">) => string;
export {};
