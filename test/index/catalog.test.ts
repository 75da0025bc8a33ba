import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../src/index/catalog.ts";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { boolean, date } from "../../src/index/schema.ts";

const schema = { at: date(), noted: date({ admin: true }), away: boolean(), barred: boolean({ admin: true }) };
const type: TypeDefinition = { type: "A", schema, access: {}, changed: ["at"], hiddenBy: "away" };

/** What a version, an order or a list would tell of administrators' fields. */
for (const [what, more] of [
  ["when a resource changed", { changed: ["at", "noted"] }],
  ["what hides a resource", { hiddenBy: "barred" }],
] as const)
  test(`an administrators' field cannot say ${what}: everybody is told that`, () =>
    assert.throws(() => catalogOf([{ ...type, ...more }]), {
      code: "bad-configuration",
      message: /'A': '(noted|barred)' is an administrators' field/,
    }));

test("another field can", () => assert.equal(catalogOf([type]).size, 1));

test("a type named twice is refused", () =>
  assert.throws(() => catalogOf([type, type]), { code: "bad-configuration", message: /'A' is defined twice/ }));
