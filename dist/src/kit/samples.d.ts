import { type Notification } from "../ingest/notification.ts";
/** What was found beside a sample; `says` is undefined where its author has not said yet what it means. */
type Expected = {
    readonly name: string;
    readonly says: unknown;
};
/** A notification as a service sent it, and the operations that it means. */
export type EventSample = Expected & {
    readonly notification: Notification;
};
/** An answer of a service's list, and what it tells: its type, of which item, the page after it. */
export type ListSample = Expected & {
    readonly answer: unknown;
};
export type Samples = {
    readonly events: readonly EventSample[];
    readonly lists: readonly ListSample[];
};
/**
 * The samples below a directory, a folder each: `message.json` with `operations.json`, `answer.json` with `told.json`.
 *
 * @throws SearchlightError `bad-request` for a file that is not what it should be, by name
 */
export declare const samplesIn: (directory: string) => Samples;
export {};
