import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, fieldNamed } from "../../src/index/catalog.ts";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { date, keyword, open, text } from "../../src/index/schema.ts";
import { admin, member } from "./worlds.ts";

const schema = {
  title: text(),
  owner: keyword(),
  made: date(),
  keeper: keyword({ admin: true }),
  tags: keyword(),
  map: open(),
};
const typed = (shared: Record<string, string>): TypeDefinition => ({ type: "A", schema, access: {}, shared });

test("a shared name is the type's own field, and the own name goes on working", () => {
  const type = typed({ name: "title", project_id: "owner" });
  const keys = ["name", "title", "project_id", "owner"].map((name) => fieldNamed(type, name, member("p1"))?.key);
  assert.deepEqual(keys, ["title", "title", "owner", "owner"]);
});

test("a shared name of an administrators' field does not exist for others", () => {
  const type = typed({ project_id: "keeper" });
  assert.equal(fieldNamed(type, "project_id", member("p1")), undefined);
  assert.equal(fieldNamed(type, "project_id", admin())?.key, "keeper");
});

test("a shared name that the type does not declare is no field of it", () =>
  assert.equal(fieldNamed(typed({}), "project_id", admin()), undefined));

/** What a type declares, and what is said of it at start. */
const WRONG: [Record<string, string>, RegExp][] = [
  [{ nosuch: "owner" }, /type 'A': shared.nosuch: is none of name, status/],
  [{ constructor: "owner" }, /shared.constructor: is none of/],
  [{ tags: "owner" }, /shared.tags: is a field of the type itself/],
  [{ project_id: "nosuch" }, /must name a keyword field of the type, and 'nosuch' is none/],
  [{ project_id: "toString" }, /'toString' is none/],
  [{ project_id: "made" }, /must name a keyword field/],
  [{ created_at: "title" }, /must name a date field/],
  [{ status: "map" }, /must name a keyword field/],
];
for (const [shared, message] of WRONG)
  test(`${JSON.stringify(shared)} is refused at start`, () =>
    assert.throws(() => catalogOf([typed(shared)]), { code: "bad-configuration", message }));
