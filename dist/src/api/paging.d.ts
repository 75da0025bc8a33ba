import type { Hit } from "../index/hit.ts";
import type { Principal } from "../index/scope.ts";
import { type Cursors } from "./cursor.ts";
import { type Asked } from "./dialects/request.ts";
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
export type Paged = {
    readonly asked: Asked;
    readonly wanted: boolean;
    readonly cursorAt: (hit: Hit) => string;
};
/**
 * Reads the body of a search that may carry a cursor. Times such as `now-1d` stay those of the first page, so that
 * nothing enters or leaves the search but by changing.
 *
 * @throws SearchlightError as `readSearch` does; `bad-request` for a cursor of another search, or of another view
 */
export declare function readPaged(value: unknown, principal: Principal, { catalog, policy, cursors, limits, now }: Reading): Paged;
/** The cursor behind a page; undefined when it was the last, as one that is not full is. */
export declare const nextCursor: ({ asked: { request }, cursorAt }: Paged, hits: readonly Hit[]) => string | undefined;
/** `Link` to the page behind a cursor (RFC 8288), against the address asked; undefined where that would be too long. */
export declare function linkTo(url: URL, cursor: string): string | undefined;
