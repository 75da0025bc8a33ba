import { z } from "zod";
import type { Hit } from "../index/hit.ts";
import { isObject } from "../index/json.ts";
import { placeOf } from "../index/place.ts";
import type { Principal } from "../index/scope.ts";
import { searchHash, type Cursors } from "./cursor.ts";
import { badRequest, parsed } from "./dialects/input.ts";
import { cursorSchema, readSearch, type Asked } from "./dialects/request.ts";
import type { Limits } from "./limits.ts";
import type { Permission } from "./permission.ts";

/** What reading a page takes besides the request; `now` is in milliseconds since 1970. */
export type Reading = Permission & {
  readonly cursors: Cursors;
  readonly limits: Limits;
  readonly now: number;
};

/**
 * A search that may begin where another page ended.
 *
 * - `wanted`: whether the caller asked for cursors.
 * - `cursorAt`: the cursor that goes on behind a hit of this search.
 */
export type Paged = { readonly asked: Asked; readonly wanted: boolean; readonly cursorAt: (hit: Hit) => string };

const wishOf = (value: unknown): z.output<typeof cursorSchema> =>
  isObject(value) ? parsed(cursorSchema, value["cursor"], "cursor") : undefined;

/** With a cursor the page begins behind it, and so it must have hits for the next one to begin at. */
function checkPage({ request }: Asked): void {
  if (request.from > 0) throw badRequest("from", "a cursor says where to begin; leave this out");
  if (request.size === 0) throw badRequest("size", "a page of a cursor has one hit or more");
}

/**
 * Reads the body of a search that may carry a cursor. Times such as `now-1d` stay those of the first page, so that
 * nothing enters or leaves the search but by changing.
 *
 * @throws SearchlightError as `readSearch` does; `bad-request` for a cursor of another search, or of another view
 */
export function readPaged(
  value: unknown,
  principal: Principal,
  { catalog, policy, cursors, limits, now }: Reading,
): Paged {
  const wish = wishOf(value);
  const mark = typeof wish === "string" ? cursors.open(wish) : undefined;
  const first = mark?.now ?? now;
  const asked = readSearch(value, principal, { catalog, policy }, limits, first);
  let hash: string | undefined; // few searches have use for it
  const search = (): string => (hash ??= searchHash(asked));
  const cursorAt = (hit: Hit): string => cursors.seal({ search: search(), now: first, place: placeOf(hit) });
  if (!mark) return { asked, wanted: wish === true, cursorAt };
  if (mark.search !== search()) {
    const message = "belongs to another search; send it with the query, types, sort and project that it was given for";
    throw badRequest("cursor", message);
  }
  checkPage(asked);
  return { asked: { ...asked, request: { ...asked.request, after: mark.place } }, wanted: true, cursorAt };
}

/** The cursor behind a page; undefined when it was the last, as one that is not full is. */
export const nextCursor = ({ asked: { request }, cursorAt }: Paged, hits: readonly Hit[]): string | undefined =>
  hits.length > 0 && hits.length === request.size ? cursorAt(hits.at(-1)!) : undefined;

/** Longer addresses are not taken everywhere. */
const MAX_ADDRESS = 8000;

/** `Link` to the page behind a cursor (RFC 8288), against the address asked; undefined where that would be too long. */
export function linkTo(url: URL, cursor: string): string | undefined {
  const next = new URLSearchParams(url.searchParams);
  next.set("cursor", cursor);
  next.delete("offset");
  const link = `<?${next.toString()}>; rel="next"`;
  return link.length > MAX_ADDRESS ? undefined : link;
}
