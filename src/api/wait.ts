import { setTimeout as sleep } from "node:timers/promises";
import type { Freshness } from "../index/freshness.ts";
import { SearchlightError } from "../errors.ts";
import { badRequest } from "./dialects/input.ts";

/**
 * How to wait. `searchableAfter`: when what was stored is found at the latest, in milliseconds. `most`: for how long a
 * search waits at most, in milliseconds.
 */
export type Waiting = {
  readonly freshness: () => Promise<Freshness>;
  readonly searchableAfter: number;
  readonly most: number;
};

const STORED = "stored";
const FORM = /^(?:stored\/(?<at>\d{1,15})|(?<source>[\w.-]{1,249}\/\d{1,9})\/(?<offset>\d{1,15}))$/;
const LOOK = 50;

/** The token of what was stored at this time, in milliseconds since 1970: a search that waits for it finds it. */
export const storedToken = (at: number): string => `${STORED}/${at}`;

/** When the record at a place was taken in, in milliseconds since 1970; undefined as long as it was not. */
async function takenIn(source: string, offset: number, { freshness }: Waiting): Promise<number | undefined> {
  const { sources } = await freshness();
  const progress = sources.find((one) => one.source === source);
  return progress !== undefined && progress.position > offset ? progress.at : undefined;
}

/**
 * Waits until what a token names can be found: `stored/<time>`, as `POST /v1/notifications` tells it, or a Kafka record's
 * `topic/partition/offset`, which is for administrators. Resolves to why it cannot be found yet, when it waited in vain.
 *
 * @throws SearchlightError `bad-request` for what is no token; `forbidden`
 */
export async function waitFor(
  token: string,
  { admin }: { readonly admin: boolean },
  waiting: Waiting,
  signal: AbortSignal,
): Promise<string | undefined> {
  const named = FORM.exec(token)?.groups;
  if (!named)
    throw badRequest("wait_for", "is no token; it is told by POST /v1/notifications, or topic/partition/offset");
  const { at, source, offset } = named;
  if (source !== undefined && !admin)
    throw new SearchlightError("forbidden", "wait_for: positions of sources are for administrators", {
      at: "wait_for",
    });
  const end = Date.now() + waiting.most;
  let since: number | undefined; // of the first look that found it: a source that is read on says later times
  while (Date.now() < end) {
    since ??= source === undefined ? Number(at) : await takenIn(source, Number(offset), waiting);
    const left = since === undefined ? LOOK : Math.min(since, Date.now()) + waiting.searchableAfter - Date.now();
    if (since !== undefined && left <= 0) return undefined;
    await sleep(Math.min(left, end - Date.now()), undefined, { signal });
  }
  return `what wait_for names cannot be found yet, after ${waiting.most / 1000} s`;
}
