import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { holderOf, projectKey, userKey } from "../../src/index/access/key.ts";
import { viewNamed } from "../../src/index/scope.ts";
import { admin, member } from "./worlds.ts";

/** Ids that look like keys, among any. */
const id = fc
  .tuple(fc.constantFrom("", "user:", "project:", "project:user:"), fc.constantFrom("", "a", "b"), fc.string())
  .map((parts) => parts.join(""));

test("different projects and users have different keys, and a key tells whose it is", () => {
  fc.assert(
    fc.property(id, id, (one, other) => {
      assert.notEqual(userKey(one), projectKey(other));
      if (one !== other) {
        assert.notEqual(projectKey(one), projectKey(other));
        assert.notEqual(userKey(one), userKey(other));
      }
      assert.deepEqual([holderOf(userKey(one)), holderOf(projectKey(one))], [{ userId: one }, { projectId: one }]);
    }),
  );
});

test("a project's key is its id, as indices hold it that were written before users had any", () => {
  assert.equal(projectKey("58000a3d0986457ea231e565ee897c5c"), "58000a3d0986457ea231e565ee897c5c");
});

test("views have one name where they see the same, and another where they do not", () => {
  const views = [member("p1", "u"), member("p1", "v"), member("p2", "u"), admin(false), admin(true)];
  assert.equal(new Set(views.map(viewNamed)).size, views.length);
  assert.equal(viewNamed(member("p1", "u")), viewNamed(member("p1", "u")));
});
