import type { SourceRecord } from "./source.ts";
/**
 * One oslo.messaging notification, envelope off. `timestamp` is when it was sent, in microseconds since 1970; the record's
 * own time where the notification has none that can be read.
 */
export type Notification = {
    readonly eventType: string;
    readonly publisherId: string | null;
    readonly priority: string;
    readonly messageId: string | null;
    readonly timestamp: number;
    readonly payload: unknown;
};
/** A record that is no notification, and why, in words. */
export type Unreadable = {
    readonly unreadable: string;
};
/**
 * Reads a record: enveloped or bare, context or not, whatever the payload. Everything that is not needed is let go, the
 * context first of all, for it can hold a user's token.
 *
 * Source: oslo.messaging `_serialize_msg` and `notify/notifier.py`; `timestamp` is UTC without saying so.
 */
export declare function readNotification({ value, timestamp }: SourceRecord): Notification | Unreadable;
