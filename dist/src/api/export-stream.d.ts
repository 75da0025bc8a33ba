import type { Hit } from "../index/hit.ts";
import { type Place } from "../index/place.ts";
import type { Asked } from "./dialects/request.ts";
import type { ApiParts } from "./parts.ts";
import type { Call } from "./routes/route.ts";
type Page = readonly Hit[];
/** Reads a page of a search behind a place; a part of the index that did not answer fails it, for nothing may be missing. */
export declare function pageOf(store: ApiParts["store"], { request, scope }: Asked, after: Place | undefined, signal: AbortSignal): Promise<Page>;
/** What writing an export takes: the caller's line, how pages are read and written, and whom to tell of a failure. */
type Export = Pick<Call<unknown>, "requestId" | "gone" | "cut"> & {
    readonly size: number;
    readonly read: (after: Place) => Promise<Page>;
    readonly write: (page: Page) => string;
    readonly log: ApiParts["log"];
};
/**
 * The pages of an export, one after the other: each is read only when the caller has taken the one before, and one at a
 * time is in memory. A failure breaks the connection off.
 */
export declare const streamOf: (head: string, first: Page, how: Export) => ReadableStream<Uint8Array>;
export {};
