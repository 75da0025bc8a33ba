import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { messageOf, SearchlightError } from "../errors.ts";
import { readNotification, type Notification } from "../ingest/notification.ts";

/** What was found beside a sample; `says` is undefined where its author has not said yet what it means. */
type Expected = { readonly name: string; readonly says: unknown };

/** A notification as a service sent it, and the operations that it means. */
export type EventSample = Expected & { readonly notification: Notification };

/** An answer of a service's list, and what it tells: its type, of which item, the page after it. */
export type ListSample = Expected & { readonly answer: unknown };

export type Samples = { readonly events: readonly EventSample[]; readonly lists: readonly ListSample[] };

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    throw new SearchlightError("bad-request", `${file} is not JSON: ${messageOf(error)}`, { cause: error });
  }
}

function notificationIn(file: string): Notification {
  const value = Buffer.from(JSON.stringify(readJson(file)));
  const notification = readNotification({ value, from: file, timestamp: 0 });
  if ("payload" in notification) return notification;
  throw new SearchlightError("bad-request", `${file} is no notification: ${notification.unreadable}`);
}

function read<T>(directory: string, given: string, expected: string, of: (file: string) => T): (T & Expected)[] {
  const files = globSync(join(directory, "**", given)).toSorted();
  return files.map((file) => {
    const beside = join(dirname(file), expected);
    const says = existsSync(beside) ? readJson(beside) : undefined;
    return { name: relative(directory, dirname(file)), says, ...of(file) };
  });
}

/**
 * The samples below a directory, a folder each: `message.json` with `operations.json`, `answer.json` with `told.json`.
 *
 * @throws SearchlightError `bad-request` for a file that is not what it should be, by name
 */
export const samplesIn = (directory: string): Samples => ({
  events: read(directory, "message.json", "operations.json", (file) => ({ notification: notificationIn(file) })),
  lists: read(directory, "answer.json", "told.json", (file) => ({ answer: readJson(file) })),
});
