import assert from "node:assert/strict";
import { test } from "node:test";
import { served } from "./world.ts";

const plugins = {
  plugins: [{ type: "OS::Acme::Rocket", from: "./rocket.js" }],
  refused: [{ from: "./broken.js", problems: ["OS::Acme::Broken: type: is missing"] }],
};
const get = served([], { plugins });

test("an administrator reads which plugins are in use, which were refused, and why", async () => {
  const { status, text } = await get("/v1/plugins", { token: "admin" });
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(text), plugins);
});

test("nobody else does", async () => {
  assert.equal((await get("/v1/plugins", { token: "p1" })).status, 403);
  assert.equal((await get("/v1/plugins")).status, 401);
});
