import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import { fleet, partsOf, served, type Answer } from "./world.ts";

const get = served();

describe("notifications", () => {
  const post = (body: unknown, token = "glance", headers = {}): Promise<Answer> =>
    get("/v1/notifications", { method: "POST", token, body, headers });
  const results = ({ text }: Answer): unknown => (JSON.parse(text) as { results: unknown }).results;
  const [stored, ignored] = [{ result: "stored" }, { result: "ignored" }];
  const rejected = { result: "rejected", reason: "it is bad" };
  /** [what, the body, status, results]. */
  const BODIES: [string, unknown, number, unknown][] = [
    ["one object", { a: 1 }, 200, [stored]],
    ["a list", [{ a: 1 }, { a: "dull" }], 200, [stored, ignored]],
    ["an empty list", [], 200, []],
    ["lines", '{"a":1}\n{"a":"dull"}\n\n{"a":3}\n', 200, [stored, ignored, stored]],
    ["lines of which one is no JSON", '{"a":1}\nbad\n', 400, [stored, rejected]],
    ["lines ended the other way", '{"a":1}\r\n{"a":2}\r\n', 200, [stored, stored]],
  ];
  for (const [what, body, status, found] of BODIES)
    test(`${what}: ${status}, with a result for each`, async () => {
      const answer = await post(body);
      assert.equal(answer.status, status, answer.text);
      assert.deepEqual(results(answer), found);
    });
  test("an administrator may post", async () => assert.equal((await post({}, "admin")).status, 200));
  test("a member may not", async () => assert.equal((await post({}, "p1")).status, 403));
  test("nobody may not, and is not listened to", async () =>
    assert.equal((await get("/v1/notifications", { method: "POST", body: "x".repeat(20 * 2 ** 20) })).status, 401));
  test("an empty body is refused", async () => assert.equal((await post("")).status, 400));
  test("more than 16 MiB are refused", async () => assert.equal((await post("x".repeat(17 * 2 ** 20))).status, 413));

  test("a process without ingest takes no notifications and says so", async () => {
    const { accept: _, ...parts } = await partsOf(fleet);
    const headers = { "X-Auth-Token": "admin" };
    const answer = await createApp(parts).request("/v1/notifications", { method: "POST", headers, body: "{}" });
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /takes no notifications/);
  });
});
