import assert from "node:assert/strict";
import { test } from "node:test";
import { firstOf, staticTokens, tokenIn } from "../../src/api/principal.ts";
import { SearchlightError } from "../../src/errors.ts";
import type { Identify } from "../../src/index/scope.ts";
import { people } from "./world.ts";

test("X-Auth-Token goes before a bearer", () =>
  assert.equal(tokenIn(new Headers({ "X-Auth-Token": "a", Authorization: "Bearer b" })), "a"));

test("a bearer's scheme is read in any case", () =>
  assert.equal(tokenIn(new Headers({ Authorization: "bearer b" })), "b"));

test("a static token is its principal, roles in lower case, and no token", async () => {
  const identify = staticTokens([{ token: "t", userId: "u", projectId: "p", roles: ["Member"] }]);
  assert.deepEqual(await identify("t"), { userId: "u", projectId: "p", roles: ["member"] });
});

const failing =
  (code: "identity-unavailable" | "forbidden" | "unauthenticated"): Identify =>
  () =>
    Promise.reject(new SearchlightError(code, `${code} said`));

test("who is unknown to the first is asked of the second", async () => {
  const identify = firstOf([staticTokens([]), staticTokens(people)]);
  assert.equal((await identify("p1")).userId, "u-p1");
});

test("who is known to the first is not asked of the second", async () => {
  const identify = firstOf([staticTokens(people), failing("identity-unavailable")]);
  assert.equal((await identify("p1")).userId, "u-p1");
});

test("the last one's refusal is the answer", async () =>
  assert.rejects(firstOf([staticTokens([]), failing("unauthenticated")])("x"), /unauthenticated said/));

for (const code of ["identity-unavailable", "forbidden"] as const)
  test(`${code} is an answer, not a reason to ask another`, async () =>
    assert.rejects(firstOf([failing(code), staticTokens(people)])("p1"), { code }));

test("nobody is known where there is nobody to ask", async () =>
  assert.rejects(firstOf([])("x"), { code: "unauthenticated" }));
