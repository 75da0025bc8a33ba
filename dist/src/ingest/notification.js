import { isJson, isObject } from "../index/json.js";
import { microseconds } from "../index/values.js";
/** Levels of nesting: no service sends more than a dozen, and what walks a payload must not run out of stack. */
const LEVELS = 100;
const TEXT = new TextDecoder("utf-8", { fatal: true });
const UNREADABLE = {
    utf8: { unreadable: "the record is not UTF-8" },
    json: { unreadable: "the record is not JSON" },
    inner: { unreadable: "'oslo.message' is not JSON" },
    envelope: { unreadable: "'oslo.message' is not a text, or 'oslo.version' is not 1.x or 2.x" },
    deep: { unreadable: "the payload is nested over 100 levels deep, or holds a number beyond all bounds" },
    shape: { unreadable: "a notification is a JSON object with 'event_type' and 'payload'" },
};
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return UNREADABLE;
    }
}
/** Takes the envelope of oslo.messaging 2.0 off (`oslo.version`, `oslo.message`); a bare notification has none. */
function unwrap(outer) {
    if (!("oslo.message" in outer))
        return outer;
    const { "oslo.message": inner, "oslo.version": version } = outer;
    if (typeof inner !== "string" || (version !== undefined && !/^[12]\./.test(textOr(version, ""))))
        return UNREADABLE.envelope;
    const message = parse(inner);
    return message === UNREADABLE ? UNREADABLE.inner : message;
}
const textOr = (value, otherwise) => (typeof value === "string" ? value : otherwise);
/**
 * Reads a record: enveloped or bare, context or not, whatever the payload. Everything that is not needed is let go, the
 * context first of all, for it can hold a user's token.
 *
 * Source: oslo.messaging `_serialize_msg` and `notify/notifier.py`; `timestamp` is UTC without saying so.
 */
export function readNotification({ value, timestamp }) {
    let text;
    try {
        text = TEXT.decode(value);
    }
    catch {
        return UNREADABLE.utf8;
    }
    const outer = parse(text);
    if (outer === UNREADABLE)
        return UNREADABLE.json;
    const message = isObject(outer) ? unwrap(outer) : UNREADABLE.shape;
    if (!isObject(message))
        return UNREADABLE.shape;
    if ("unreadable" in message)
        return message;
    const { event_type: eventType, payload } = message;
    if (typeof eventType !== "string" || eventType === "" || payload === undefined)
        return UNREADABLE.shape;
    if (!isJson(payload, LEVELS))
        return UNREADABLE.deep;
    return {
        eventType,
        payload,
        publisherId: textOr(message["publisher_id"], null),
        priority: textOr(message["priority"], "INFO"),
        messageId: textOr(message["message_id"], null),
        timestamp: microseconds(textOr(message["timestamp"], "")) ?? timestamp * 1000,
    };
}
