import { once } from "node:events";
import { messageOf } from "../errors.js";
import { placeOf } from "../index/place.js";
import { assertWhole } from "./honest.js";
/** Reads a page of a search behind a place; a part of the index that did not answer fails it, for nothing may be missing. */
export async function pageOf(store, { request, scope }, after, signal) {
    const answer = await store.search({ ...request, ...(after && { after }) }, scope, signal);
    assertWhole(answer);
    return answer.hits;
}
async function* texts(first, { requestId, gone, cut, size, read, write, log }) {
    try {
        for (let page = first; page.length > 0; page = page.length < size ? [] : await read(placeOf(page.at(-1))))
            yield Buffer.from(write(page));
    }
    catch (error) {
        if (gone.aborted)
            return;
        log.error({ requestId, reason: messageOf(error) }, "an export was cut off");
        if (!cut)
            throw error;
        cut();
        // What is cut off must not look finished, so nothing more is said until the connection is gone.
        if (!gone.aborted)
            await once(gone, "abort");
    }
}
/**
 * The pages of an export, one after the other: each is read only when the caller has taken the one before, and one at a
 * time is in memory. A failure breaks the connection off.
 */
export const streamOf = (head, first, how) => ReadableStream.from((async function* () {
    if (head !== "")
        yield Buffer.from(head);
    yield* texts(first, how);
})());
