import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { columnOf, numberKey } from "../../../src/index/stores/elasticsearch/documents/fields.ts";
import { documentId } from "../../../src/index/stores/elasticsearch/cluster/names.ts";

test("keys of numbers sort as the numbers do", () =>
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [x, y] = [numberKey(a), numberKey(b)];
      assert.equal(x < y, a < b);
      assert.equal(x === y, a === b);
    }),
  ));

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", minLength: 300, maxLength: 700 }),
  fc.constantFrom("", "#", "#a", "\ud800", "\ufffd", "é".repeat(256), "é".repeat(257)),
  fc.string().map((text) => `${text}\ud800`),
);

test("any two ids have different document ids, which Elasticsearch takes", () =>
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      assert.equal(documentId(a) === documentId(b), a === b);
      const bytes = Buffer.byteLength(documentId(a));
      assert.ok(bytes > 0 && bytes <= 512 && documentId(a).isWellFormed());
    }),
  ));

test("the document id of a hashed id is never an id's own", () =>
  fc.assert(fc.property(hostile, (id) => assert.notEqual(documentId(documentId(`#${id}`)), documentId(`#${id}`)))));

test("columns of different fields, or of one that only administrators have, are different", () => {
  const columns = ["a.b", "a/b", "a", "*", "%2A", "a%2Eb"].flatMap((name) => [
    columnOf("k", name, false),
    columnOf("k", name, true),
  ]);
  assert.equal(new Set(columns).size, columns.length);
});
