import { z } from "zod";
import { isObject } from "../index/json.js";
import { placeOf } from "../index/place.js";
import { searchHash } from "./cursor.js";
import { badRequest, parsed } from "./dialects/input.js";
import { cursorSchema, readSearch } from "./dialects/request.js";
const wishOf = (value) => isObject(value) ? parsed(cursorSchema, value["cursor"], "cursor") : undefined;
/** With a cursor the page begins behind it, and so it must have hits for the next one to begin at. */
function checkPage({ request }) {
    if (request.from > 0)
        throw badRequest("from", "a cursor says where to begin; leave this out");
    if (request.size === 0)
        throw badRequest("size", "a page of a cursor has one hit or more");
}
/**
 * Reads the body of a search that may carry a cursor. Times such as `now-1d` stay those of the first page, so that
 * nothing enters or leaves the search but by changing.
 *
 * @throws SearchlightError as `readSearch` does; `bad-request` for a cursor of another search, or of another view
 */
export function readPaged(value, principal, { catalog, policy, cursors, limits, now }) {
    const wish = wishOf(value);
    const mark = typeof wish === "string" ? cursors.open(wish) : undefined;
    const first = mark?.now ?? now;
    const asked = readSearch(value, principal, { catalog, policy }, limits, first);
    const search = searchHash(asked);
    const cursorAt = (hit) => cursors.seal({ search, now: first, place: placeOf(hit) });
    if (!mark)
        return { asked, wanted: wish === true, cursorAt };
    if (mark.search !== search) {
        const message = "belongs to another search; send it with the query, types, sort and project that it was given for";
        throw badRequest("cursor", message);
    }
    checkPage(asked);
    return { asked: { ...asked, request: { ...asked.request, after: mark.place } }, wanted: true, cursorAt };
}
/** The cursor behind a page; undefined when it was the last, as one that is not full is. */
export const nextCursor = ({ asked: { request }, cursorAt }, hits) => hits.length > 0 && hits.length === request.size ? cursorAt(hits.at(-1)) : undefined;
/** Longer addresses are not taken everywhere. */
const MAX_ADDRESS = 8000;
/** `Link` to the page behind a cursor (RFC 8288), against the address asked; undefined where that would be too long. */
export function linkTo(url, cursor) {
    const next = new URLSearchParams(url.searchParams);
    next.set("cursor", cursor);
    next.delete("offset");
    const link = `<?${next.toString()}>; rel="next"`;
    return link.length > MAX_ADDRESS ? undefined : link;
}
