import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonical } from "../../src/index/json.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf } from "../../src/index/operation.ts";
import { exists, type Life, type Resource } from "../../src/index/resource.ts";
import { compareVersions, type Version } from "../../src/index/version.ts";
import { operations } from "./arbitraries.ts";
import { put, remove, ROCKET } from "./worlds.ts";

const state: fc.Arbitrary<Resource> = fc
  .array(
    operations(["r1"]).filter(({ ref }) => ref.type === ROCKET),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map(stateOf).reduce(merge));
const same = (a: Resource, b: Resource): void => assert.equal(canonical(a), canonical(b));
const one = fc.assert;

test("merge does not mind which of two states came first", () =>
  one(
    fc.property(state, state, (a, b) => same(merge(a, b), merge(b, a))),
    { numRuns: 2000 },
  ));

test("merge does not mind how three states are grouped", () =>
  one(
    fc.property(state, state, state, (a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))),
    { numRuns: 5000 },
  ));

test("merge does not mind repeats", () =>
  one(fc.property(state, state, (a, b) => same(merge(merge(a, b), b), merge(a, b)))));

test("the state of one operation is written as merging writes it, so that it need not be merged to be kept", () =>
  one(
    fc.property(operations(["r1"]), (operation) => {
      const told = stateOf(operation);
      assert.equal(JSON.stringify(told), JSON.stringify(merge(told, told)));
    }),
  ));

test("versions are in one total order", () => {
  const version = fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom("", "a", "b")) as fc.Arbitrary<Version>;
  one(
    fc.property(version, version, version, (a, b, c) => {
      assert.equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)) || 0);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) assert.ok(compareVersions(a, c) <= 0);
      assert.equal(compareVersions(a, b) === 0, canonical(a) === canonical(b));
    }),
  );
});

/** [what, life, exists] of a resource whose own fields have arrived. */
const LIVES: [string, Life, boolean][] = [
  ["an event said so", { there: 5 }, true],
  ["a listing said so", { listed: 5 }, true],
  ["nothing said so", {}, false],
  ["it went after it came", { there: 5, gone: 6 }, false],
  ["it came again after it went", { there: 7, gone: 6 }, true],
  ["it came and went in the same microsecond", { there: 6, gone: 6 }, false],
  ["a listing missed it later", { there: 5, missed: 6 }, false],
  ["a listing missed it in the same microsecond as an event showed it", { there: 6, missed: 6 }, true],
  ["the next listing found it again", { there: 5, missed: 6, listed: 7 }, true],
  ["an event after a final deletion does not count", { there: 9, final: 6 }, false],
  ["a complete listing after a final deletion does", { there: 5, final: 6, listed: 7 }, true],
  ["a listing before a final deletion does not", { final: 6, listed: 6 }, false],
  ["and the listing after that missed it", { final: 6, listed: 7, missed: 8 }, false],
];

for (const [what, life, expected] of LIVES) {
  test(`a resource ${expected ? "exists" : "does not exist"}: ${what}`, () => {
    const self = { version: [0, 0, ""] as const, fields: {} };
    assert.equal(exists({ ref: { type: "T", id: "x" }, life, parts: { self }, floors: {} }), expected);
  });
}

test("without its own fields nothing exists, whatever was said of its parts", () => {
  assert.equal(exists(stateOf(put("x", { status: "accepted" }, 5, "members/p1"))), false);
});

test("the newer content wins within one microsecond by its hash, whichever came first", () => {
  const [a, b] = [stateOf(put("x", { name: "a" })), stateOf(put("x", { name: "b" }))];
  same(merge(a, b), merge(b, a));
});

test("a child that was cleared stays away, however late it comes", () => {
  const child = stateOf(put("x", { status: "accepted" }, 5, "members/p1"));
  const clear = stateOf({
    ref: { type: ROCKET, id: "x" },
    by: "event",
    stamp: { source: 0, observed: 6 },
    kind: "clear",
    prefix: "members",
  });
  assert.deepEqual(merge(clear, child).parts, {});
  assert.deepEqual(merge(child, clear).parts, {});
  assert.deepEqual(Object.keys(merge(clear, stateOf(put("x", { status: "accepted" }, 7, "members/p1"))).parts), [
    "members/p1",
  ]);
});

test("a tombstone keeps what it knew, for order is not known", () => {
  const merged = merge(stateOf(remove("x", 20)), stateOf(put("x", { name: "late" }, 30)));
  assert.equal(exists(merged), false);
  assert.deepEqual(merged.parts["self"]?.fields, { name: "late" });
});
