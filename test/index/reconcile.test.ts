import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf, type Operation } from "../../src/index/operation.ts";
import { reconcile, type Report } from "../../src/index/reconcile.ts";
import { exists, type Resource } from "../../src/index/resource.ts";
import { keyword } from "../../src/index/schema.ts";

const THING: TypeDefinition = {
  type: "Thing",
  schema: { name: keyword(), owner: keyword() },
  access: { owner: "owner" },
};
const ref = { type: "Thing", id: "1" };
const LISTED_AT = 1000;

const put = (by: Operation["by"], part: string, fields: { name: string } | null, source: number, observed: number) =>
  ({ ref, by, kind: "put", part, fields: fields && { ...fields, owner: "p1" }, stamp: { source, observed } }) as const;
const remove = (final: boolean, observed: number): Operation => ({
  ref,
  by: "event",
  kind: "remove",
  final,
  stamp: { source: 0, observed },
});
const held = (...operations: readonly Operation[]): Resource => operations.map(stateOf).reduce(merge);
const report = (operations: readonly Operation[], whole: readonly string[] = []): Report => ({
  operations,
  whole,
  observed: LISTED_AT,
});
const all = (): number => LISTED_AT;
const after = (state: Resource | undefined, operations: readonly Operation[]): Resource =>
  [...(state ? [state] : []), ...operations.map(stateOf)].reduce(merge);

describe("a resource that was listed", () => {
  const listing = put("listing", "self", { name: "a" }, 5, LISTED_AT);
  const known = put("event", "self", { name: "a" }, 5, 800);
  const cases: readonly [what: string, state: Resource | undefined, change: string, name: string | undefined][] = [
    ["and was not known is new", undefined, "new", "a"],
    ["and was known just so is nothing new", held(put("event", "self", { name: "a" }, 5, 900)), "none", "a"],
    ["and was known otherwise is changed", held(put("event", "self", { name: "b" }, 4, 900)), "changed", "a"],
    ["and was changed since stays as it is", held(put("event", "self", { name: "c" }, 5, 1100)), "none", "c"],
    ["and was wrongly missed comes back", held(known, { ...remove(false, 900), by: "listing" }), "new", "a"],
    ["and was deleted since stays deleted", held(listing, remove(true, 1100)), "none", undefined],
  ];
  for (const [what, state, change, name] of cases)
    test(what, () => {
      const repair = reconcile(THING, state, report([listing]), all);
      assert.equal(repair.change, change);
      const then = after(state, repair.operations);
      assert.equal(exists(then) ? then.parts["self"]?.fields?.["name"] : undefined, name);
    });
});

describe("a resource that was not listed", () => {
  const there = held(put("event", "self", { name: "a" }, 5, 900));
  const cases: readonly [what: string, state: Resource, askedAt: number | undefined, change: string][] = [
    ["is gone", there, LISTED_AT, "gone"],
    ["is kept where its owner could not be asked", there, undefined, "kept"],
    ["stays when an event told of it since", held(put("event", "self", { name: "a" }, 5, 1100)), LISTED_AT, "none"],
    ["and was gone already is left alone", held(remove(true, 900)), LISTED_AT, "none"],
  ];
  for (const [what, state, askedAt, change] of cases)
    test(what, () => {
      const repair = reconcile(THING, state, undefined, () => askedAt);
      assert.equal(repair.change, change);
      assert.equal(exists(after(state, repair.operations)), exists(state) && change !== "gone");
    });

  test("is asked about by its owner", () => {
    const owners: unknown[] = [];
    reconcile(THING, there, undefined, (owner) => void owners.push(owner));
    assert.deepEqual(owners, ["p1"]);
  });
});

describe("the parts below a prefix that was told completely", () => {
  const self = put("event", "self", { name: "a" }, 5, 900);
  const member = (id: string, source: number, observed: number): Operation =>
    put("event", `members/${id}`, { name: id }, source, observed);
  const state = held(
    self,
    member("told", 5, 900),
    member("lost", 5, 900),
    member("since", 5, 1100),
    put("event", "others/x", { name: "x" }, 5, 900),
  );
  const listing = [
    put("listing", "self", { name: "a" }, 5, LISTED_AT),
    put("listing", "members/told", { name: "told" }, 5, LISTED_AT),
  ];
  const left = (whole: readonly string[]): string[] => {
    const then = after(state, reconcile(THING, state, report(listing, whole), all).operations);
    return Object.entries(then.parts).flatMap(([part, { fields }]) => (fields && part !== "self" ? [part] : []));
  };

  test("are those that were told, and those that an event told of since", () => {
    assert.deepEqual(left(["members"]), ["members/since", "members/told", "others/x"]);
  });

  test("stay when the listing did not tell them all", () => {
    assert.deepEqual(left([]), ["members/lost", "members/since", "members/told", "others/x"]);
  });
});

test("whatever events told before a listing, afterwards the index says what the listing said", () => {
  const event = fc.record({
    kind: fc.constantFrom("put", "remove", "member"),
    name: fc.constantFrom("a", "b", "c"),
    source: fc.integer({ min: 0, max: 9 }),
    observed: fc.integer({ min: 1, max: LISTED_AT - 1 }),
  });
  // A service's own times do not run ahead of what it lists: what was told is at most as new as the listing.
  const listed = fc.option(fc.record({ name: fc.constantFrom("a", "b"), members: fc.subarray(["a", "b", "c"]) }));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), listed, (events, truth) => {
      const operations = events.map(({ kind, name, source, observed }) =>
        kind === "remove"
          ? remove(source % 2 === 0, observed)
          : put("event", kind === "put" ? "self" : `members/${name}`, { name }, source, observed),
      );
      const state = operations.length > 0 ? held(...operations) : undefined;
      const told = truth && [
        put("listing", "self", { name: truth.name }, 9, LISTED_AT),
        ...truth.members.map((name) => put("listing", `members/${name}`, { name }, 9, LISTED_AT)),
      ];
      const repair = reconcile(THING, state, told ? report(told, ["members"]) : undefined, all);
      if (!state && !told) return assert.deepEqual(repair.operations, []);
      const then = after(state, repair.operations);
      if (!truth) return assert.equal(exists(then), false);
      const there = Object.entries(then.parts).flatMap(([part, { fields }]) => (fields ? [part] : []));
      assert.ok(exists(then));
      assert.equal(then.parts["self"]?.fields?.["name"], truth.name);
      assert.deepEqual(there, [...truth.members.map((name) => `members/${name}`), "self"].toSorted());
    }),
  );
});
