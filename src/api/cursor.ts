import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashOf, type Json } from "../index/json.ts";
import { viewNamed } from "../index/scope.ts";
import type { Place } from "../index/place.ts";
import type { Asked } from "./dialects/request.ts";
import { badRequest } from "./dialects/input.ts";

/** Where a walk goes on: behind this place, of the search with this hash, whose `now` (milliseconds) stays its first page's. */
type Mark = { readonly search: string; readonly now: number; readonly place: Place };

/**
 * Makes places into texts that clients give back, and reads them. A text holds nothing but what the caller was shown; it is
 * signed, so that what comes back is what was given out, to this search.
 */
export type Cursors = {
  readonly seal: (mark: Mark) => string;
  /** @throws SearchlightError `bad-request` for a text that was not made with this key */
  readonly open: (text: string) => Mark;
};

const value = z.union([z.string(), z.number(), z.null()]);
const Payload = z.tuple([z.string(), z.number(), z.number(), z.number(), z.string(), z.string(), z.array(value)]);

const unknown = (): Error =>
  badRequest("cursor", 'is none that this service gave out, or it was altered; begin again with "cursor": true');

/** Cursors of one key. Processes that share the key read each other's. */
export function cursorsOf(key: Uint8Array): Cursors {
  const signed = (payload: string): string =>
    `${payload}.${createHmac("sha256", key).update(`cursor 1 ${payload}`).digest("base64url")}`;
  return {
    seal: ({ search, now, place: { entry, score, sort } }) => {
      const { ref, changed } = entry;
      const parts: z.input<typeof Payload> = [search, now, score, changed, ref.type, ref.id, [...sort]];
      return signed(Buffer.from(JSON.stringify(parts)).toString("base64url"));
    },
    open: (text) => {
      const [payload = ""] = text.split(".", 1);
      const [given, right] = [Buffer.from(text), Buffer.from(signed(payload))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw unknown();
      const parts: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
      const [search, now, score, changed, type, id, sort] = Payload.parse(parts);
      return { search, now, place: { entry: { ref: { type, id }, changed }, score, sort } };
    },
  };
}

/** What a cursor is bound to: what is asked, in which order, of which types, by whom. */
export const searchHash = ({
  request: { query, postFilter, types, sort },
  scope,
}: Pick<Asked, "request" | "scope">): string =>
  // Through JSON, for a tree may say "without end" by leaving a bound undefined.
  hashOf(
    JSON.parse(
      JSON.stringify({
        query,
        postFilter,
        types,
        sort,
        view: viewNamed(scope),
      }),
    ) as Json,
  );
