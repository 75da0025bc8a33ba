import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonical, type Json } from "../../src/index/json.ts";

/** What `canonical` promises, by way of objects whose keys are in order. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(inOrder);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]));
}

const names = fc.oneof(fc.constantFrom("10", "9", "01", "a", "b", "__proto__", "toString", '"', "é", ""), fc.string());
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.oneof(fc.string({ unit: "binary" }), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie("tree")),
    fc.dictionary(names, tie("tree")),
  ),
}));

test("the one text of a value is JSON with its keys in one order, whatever order they came in", () => {
  fc.assert(fc.property(tree, (value) => assert.equal(canonical(value), JSON.stringify(inOrder(value)))));
});

test("objects of as many names, first and last alike, are each written by their own", () => {
  for (const object of [
    { a: 1, c: 2, b: 3 },
    { a: 1, d: 2, b: 3 },
    { a: 1, c: 2, b: 3 },
  ])
    assert.equal(canonical(object), JSON.stringify(inOrder(object)));
});

test("a member that is not there is left out", () => {
  assert.equal(canonical({ b: 1, a: undefined } as never), '{"b":1}');
});
