import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf, type Operation } from "../../src/index/operation.ts";
import { repairListed, repairUnlisted, type Report } from "../../src/index/reconcile.ts";
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
const after = (state: Resource | undefined, operations: readonly Operation[]): Resource =>
  [...(state ? [state] : []), ...operations.map(stateOf)].reduce(merge);

describe("a resource that was listed", () => {
  const listing = put("listing", "self", { name: "a" }, 5, LISTED_AT);
  const known = put("event", "self", { name: "a" }, 5, 800);
  const cases: readonly [what: string, state: Resource | undefined, difference: string, name: string | undefined][] = [
    ["and was not known is missing", undefined, "missing", "a"],
    ["and was known just so does not differ", held(put("event", "self", { name: "a" }, 5, 900)), "none", "a"],
    ["and was known so of an earlier time is older", held(put("event", "self", { name: "a" }, 4, 900)), "older", "a"],
    ["and was known otherwise differs", held(put("event", "self", { name: "b" }, 4, 900)), "differing", "a"],
    [
      "and was known otherwise of a later time differs",
      held(put("event", "self", { name: "b" }, 6, 900)),
      "differing",
      "a",
    ],
    ["and was changed since stays as it is", held(put("event", "self", { name: "c" }, 5, 1100)), "none", "c"],
    ["and was wrongly missed comes back", held(known, { ...remove(false, 900), by: "listing" }), "missing", "a"],
    ["and was deleted since stays deleted", held(listing, remove(true, 1100)), "none", undefined],
  ];
  for (const [what, state, difference, name] of cases)
    test(what, () => {
      const repair = repairListed(THING, state, report([listing]));
      assert.equal(repair.difference, difference);
      assert.deepEqual(repair.fields, difference === "differing" ? ["name"] : []);
      assert.equal(repair.operations.length > 0, difference !== "none", "only a difference is written");
      const then = after(state, repair.operations);
      assert.equal(exists(then) ? then.parts["self"]?.fields?.["name"] : undefined, name);
    });
});

describe("a resource that was not listed", () => {
  const there = held(put("event", "self", { name: "a" }, 5, 900));
  const cases: readonly [what: string, state: Resource, askedAt: number | undefined, difference: string][] = [
    ["is extra, and goes", there, LISTED_AT, "extra"],
    ["stays where its owner could not be asked", there, undefined, "unasked"],
    ["stays when an event told of it since", held(put("event", "self", { name: "a" }, 5, 1100)), LISTED_AT, "none"],
    ["and was gone already is left alone", held(remove(true, 900)), LISTED_AT, "none"],
  ];
  for (const [what, state, askedAt, difference] of cases)
    test(what, () => {
      const repair = repairUnlisted(THING, state, () => askedAt);
      assert.equal(repair.difference, difference);
      assert.equal(exists(after(state, repair.operations)), exists(state) && difference !== "extra");
    });

  test("is asked about by its owner", () => {
    const owners: unknown[] = [];
    repairUnlisted(THING, there, (owner) => void owners.push(owner));
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
    const then = after(state, repairListed(THING, state, report(listing, whole)).operations);
    return Object.entries(then.parts).flatMap(([part, { fields }]) => (fields && part !== "self" ? [part] : []));
  };

  test("are those that were told, and those that an event told of since", () => {
    assert.deepEqual(left(["members"]), ["members/since", "members/told", "others/x"]);
  });

  test("stay when the listing did not tell them all", () => {
    assert.deepEqual(left([]), ["members/lost", "members/since", "members/told", "others/x"]);
  });
});
