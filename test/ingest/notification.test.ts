import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readNotification } from "../../src/ingest/notification.ts";
import type { SourceRecord } from "../../src/ingest/source.ts";

const record = (value: string | Uint8Array): SourceRecord => ({
  value: typeof value === "string" ? new TextEncoder().encode(value) : value,
  from: "t/0/1",
  timestamp: 1_000,
});
const INNER = {
  message_id: "m",
  publisher_id: "image.vm",
  event_type: "image.create",
  priority: "INFO",
  payload: { id: "x" },
  timestamp: "1970-01-01 00:00:02.000003",
};
const enveloped = (inner: unknown, version = "2.0"): string =>
  JSON.stringify({ "oslo.version": version, "oslo.message": JSON.stringify(inner) });
const READ = {
  eventType: "image.create",
  publisherId: "image.vm",
  priority: "INFO",
  messageId: "m",
  timestamp: 2_000_003,
  payload: { id: "x" },
};

/** [what, record, what is read]. */
const READABLE: [string, string, object][] = [
  ["in the envelope of oslo.messaging 2.0", enveloped(INNER), READ],
  ["bare", JSON.stringify(INNER), READ],
  [
    "bare with a flattened context",
    JSON.stringify({ ...INNER, _context_auth_token: "t", _context_user: "u", _unique_id: "1" }),
    READ,
  ],
  ["with a context, which is let go", enveloped({ ...INNER, _context: { auth_token: "t" } }), READ],
  ["with a text for a payload", enveloped({ ...INNER, payload: "Failed" }), { ...READ, payload: "Failed" }],
  ["with a list for a payload", enveloped({ ...INNER, payload: [1] }), { ...READ, payload: [1] }],
  ["with null for a payload", enveloped({ ...INNER, payload: null }), { ...READ, payload: null }],
  ["with a number for a payload", enveloped({ ...INNER, payload: 7 }), { ...READ, payload: 7 }],
  [
    "with a time without a fraction",
    enveloped({ ...INNER, timestamp: "1970-01-01 00:00:02" }),
    { ...READ, timestamp: 2_000_000 },
  ],
  [
    "with a time in ISO 8601",
    enveloped({ ...INNER, timestamp: "1970-01-01T00:00:02Z" }),
    { ...READ, timestamp: 2_000_000 },
  ],
  [
    "with a time that is none: the record's own is taken",
    enveloped({ ...INNER, timestamp: "soon" }),
    { ...READ, timestamp: 1_000_000 },
  ],
  ["without a time", enveloped({ ...INNER, timestamp: undefined }), { ...READ, timestamp: 1_000_000 }],
  [
    "without a publisher, an id, a priority",
    enveloped({ event_type: "e", payload: {} }),
    { eventType: "e", publisherId: null, priority: "INFO", messageId: null, timestamp: 1_000_000, payload: {} },
  ],
];
for (const [what, text, read] of READABLE)
  test(`a notification is read ${what}`, () => assert.deepEqual(readNotification(record(text)), read));

const UNREADABLE: [string, string | Uint8Array, RegExp][] = [
  ["nothing at all", "", /not JSON/],
  ["bytes that are not UTF-8", new Uint8Array([0xff, 0xfe]), /not UTF-8/],
  ["half a record", enveloped(INNER).slice(0, 50), /not JSON/],
  [
    "an envelope around half a message",
    JSON.stringify({ "oslo.version": "2.0", "oslo.message": "{" }),
    /'oslo.message' is not JSON/,
  ],
  ["an envelope around an object", JSON.stringify({ "oslo.version": "2.0", "oslo.message": INNER }), /not a text/],
  ["an envelope of another version", enveloped(INNER, "3.0"), /oslo.version/],
  ["a list", "[]", /JSON object/],
  ["a text", '"x"', /JSON object/],
  ["an object without an event type", JSON.stringify({ payload: {} }), /event_type/],
  ["an event type that is a number", JSON.stringify({ event_type: 1, payload: {} }), /event_type/],
  ["a payload nested without end", `{"event_type":"x","payload":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, /nested/],
  ["a number beyond all bounds", '{"event_type":"x","payload":{"size":1e999}}', /beyond all bounds/],
  ["an object without a payload", JSON.stringify({ event_type: "x" }), /payload/],
];
for (const [what, value, reason] of UNREADABLE) {
  test(`${what} is refused with its reason`, () => {
    const read = readNotification(record(value));
    assert.match("unreadable" in read ? read.unreadable : "it was read", reason);
  });
}

test("whatever the bytes, reading them never throws", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => new TextEncoder().encode(text)),
        fc.json().map((text) => new TextEncoder().encode(enveloped(JSON.parse(text)))),
      ),
      (value) => {
        assert.equal(typeof readNotification(record(value)), "object");
      },
    ),
  ));
