import { once } from "node:events";
import { messageOf } from "../errors.ts";
import type { Hit } from "../index/hit.ts";
import { placeOf, type Place } from "../index/place.ts";
import type { Asked } from "./dialects/request.ts";
import { assertWhole } from "./honest.ts";
import type { ApiParts } from "./parts.ts";
import type { Call } from "./routes/route.ts";

type Page = readonly Hit[];

/** Reads a page of a search behind a place; a part of the index that did not answer fails it, for nothing may be missing. */
export async function pageOf(
  store: ApiParts["store"],
  { request, scope }: Asked,
  after: Place | undefined,
  signal: AbortSignal,
): Promise<Page> {
  const answer = await store.search({ ...request, ...(after && { after }) }, scope, signal);
  assertWhole(answer);
  return answer.hits;
}

/** What writing an export takes: the caller's line, how pages are read and written, and whom to tell of a failure. */
type Export = Pick<Call<unknown>, "requestId" | "gone" | "cut"> & {
  readonly size: number;
  readonly read: (after: Place) => Promise<Page>;
  readonly write: (page: Page) => string;
  readonly log: ApiParts["log"];
};

async function* texts(
  first: Page,
  { requestId, gone, cut, size, read, write, log }: Export,
): AsyncGenerator<Uint8Array> {
  try {
    for (let page = first; page.length > 0; page = page.length < size ? [] : await read(placeOf(page.at(-1)!)))
      yield Buffer.from(write(page));
  } catch (error) {
    if (gone.aborted) return;
    log.error({ requestId, reason: messageOf(error) }, "an export was cut off");
    if (!cut) throw error;
    cut();
    // What is cut off must not look finished, so nothing more is said until the connection is gone.
    if (!gone.aborted) await once(gone, "abort");
  }
}

/**
 * The pages of an export, one after the other: each is read only when the caller has taken the one before, and one at a
 * time is in memory. A failure breaks the connection off.
 */
export const streamOf = (head: string, first: Page, how: Export): ReadableStream<Uint8Array> =>
  ReadableStream.from(
    (async function* () {
      if (head !== "") yield Buffer.from(head);
      yield* texts(first, how);
    })(),
  );
