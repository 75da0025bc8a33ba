import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogOf, definitionOf, fieldNamed, fieldsFor } from "../../src/index/catalog.ts";
import { hitOf, versionOf } from "../../src/index/hit.ts";
import { objectsIn } from "../../src/index/nested.ts";
import { keyword, long, nested, open, text, type Schema } from "../../src/index/schema.ts";
import { admin, catalog, member, ROCKET } from "./worlds.ts";

const typed = (schema: Schema) => [{ type: "A", schema, access: {} }];

test("the fields of a nested one are fields of the type under dotted names, and tell where they lie", () => {
  const definition = definitionOf(catalog, ROCKET);
  const found = fieldNamed(definition, "crew.name", member("p1"));
  assert.deepEqual([found?.key, found?.field.kind, found?.field.within], ["crew.name", "text", "crew"]);
  assert.ok(fieldsFor(definition, member("p1")).includes("crew.age"));
});

test("what of a nested field is for administrators does not exist for others, name or value", () => {
  const definition = definitionOf(catalog, ROCKET);
  for (const name of ["crew.clearance", "checks", "checks.note"])
    assert.deepEqual(
      [fieldNamed(definition, name, member("p1")), fieldNamed(definition, name, admin())?.key],
      [undefined, name],
    );
  const source = { crew: [{ name: "Ada", clearance: "top" }, "x"], checks: [{ note: "fine" }] };
  const entry = { ref: { type: ROCKET, id: "r1" }, source, changed: 0 };
  assert.deepEqual(hitOf(definition, entry, member("p1")).source, { crew: [{ name: "Ada" }, "x"] });
  assert.deepEqual(hitOf(definition, entry, admin()).source, source);
  const crew = { ...entry, source: { crew: source.crew } };
  assert.deepEqual(hitOf(definition, crew, member("p1")).source, { crew: [{ name: "Ada" }, "x"] });
  const other = { ...entry, source: { ...source, crew: [{ name: "Ada", clearance: "none" }, "x"] } };
  assert.equal(versionOf(hitOf(definition, entry, member("p1"))), versionOf(hitOf(definition, other, member("p1"))));
});

test("one object is a list of one, and what is no object is none", () => {
  assert.deepEqual(objectsIn({ a: 1 }), [{ a: 1 }]);
  assert.deepEqual(objectsIn([null, "x", { a: 1 }, [{ a: 2 }]]), [{ a: 1 }]);
  assert.deepEqual(objectsIn("x"), []);
  assert.equal(objectsIn(Array.from({ length: 10_001 }, () => ({}))).length, 10_000);
});

const WRONG: [string, Schema, RegExp][] = [
  ["a list in a list", { a: nested({ b: nested({ c: text() }) }) }, /type 'A': field 'a\.b' is nested, and lies in a/],
  ["an open map in a list", { a: nested({ b: open() }) }, /field 'a\.b' is open/],
  ["a name that is taken", { a: nested({ b: text() }), "a.b": keyword() }, /field 'a\.b' is there twice/],
];
describe("a schema is refused at start for", () => {
  for (const [what, schema, message] of WRONG)
    test(what, () => assert.throws(() => catalogOf(typed(schema)), { code: "bad-configuration", message }));
});

test("a catalogue of a catalogue's types is the same", () => {
  const once = catalogOf(typed({ a: nested({ b: long() }) }));
  assert.deepEqual(catalogOf([...once.values()]), once);
});
