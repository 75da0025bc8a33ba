import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { admin, asking, put } from "../worlds.ts";
import { definitions, directoryOf, opened } from "./directory.ts";

const dying = new URL("./dying-types.ts", import.meta.url);

test("when the thread that writes ends, what was asked of it is rejected, the store is not ready, and what it wrote is found", async (t) => {
  const store = await embeddedStore({ directory: directoryOf(t), definitions: dying });
  await store.apply([put("r1", { owner: "p1" })]);
  const unavailable = { code: "store-unavailable", message: /not running \(.*code 3\): restart searchlight/ };
  await assert.rejects(store.apply([put("r1", {}, 11, "end/x")]), { code: "store-unavailable" });
  await assert.rejects(store.ready(), unavailable);
  await assert.rejects(store.apply([put("r2", { owner: "p1" })]), unavailable);
  assert.equal((await store.search(asking({ kind: "all" }), admin())).total, 1);
  await store.close();
});

test("operations that cannot be indexed are rejected alone, others of the same resource are stored", async (t) => {
  const store = await embeddedStore({ directory: directoryOf(t), definitions: dying });
  const outcomes = await store.apply([
    put("r1", { owner: "p1" }),
    put("r1", {}, 11, "fail/x"),
    put("r1", { owner: "p1", note: "newer" }, 12),
    put("r2", { owner: "p1" }),
  ]);
  assert.deepEqual(outcomes, [
    { stored: true },
    { stored: false, reason: "it cannot be indexed: a join that cannot" },
    { stored: true },
    { stored: true },
  ]);
  const { hits } = await store.search(asking({ kind: "all" }), admin());
  assert.deepEqual(
    hits.map(({ id, source }) => [id, source["note"]]),
    [
      ["r1", "newer"],
      ["r2", undefined],
    ],
  );
  await store.close();
});

test("an error crosses the thread with its code, its words and its place", async (t) => {
  const store = await opened(t, directoryOf(t));
  const query = { kind: "range", field: "size", bounds: { gt: "big" } } as const;
  await assert.rejects(store.search(asking(query), admin()), {
    name: "SearchlightError",
    code: "bad-request",
    message: /"big" is not a long/,
    at: "size",
  });
});

test("a search whose caller left is rejected with the caller's reason, and the store goes on", async (t) => {
  const store = await opened(t, directoryOf(t));
  const reason = new Error("gone home");
  await assert.rejects(store.search(asking({ kind: "all" }), admin(), AbortSignal.abort(reason)), reason);
  const leaving = new AbortController();
  const answer = store.search(asking({ kind: "all" }), admin(), leaving.signal);
  leaving.abort(reason);
  await assert.rejects(answer, reason);
  assert.equal((await store.search(asking({ kind: "all" }), admin(), new AbortController().signal)).total, 0);
});

test("closing waits for what was applied, may be repeated, and ends the thread", async (t) => {
  const directory = directoryOf(t);
  const store = await embeddedStore({ directory, definitions });
  const applied = store.apply([put("r1", { owner: "p1" })]);
  await Promise.all([store.close(), store.close()]);
  assert.deepEqual(await applied, [{ stored: true }]);
  await assert.rejects(store.ready(), { code: "store-unavailable", message: /it was closed/ });
});

test("types that cannot be imported are refused in words", async (t) => {
  const nowhere = new URL("./no-such-types.ts", import.meta.url);
  await assert.rejects(embeddedStore({ directory: directoryOf(t), definitions: nowhere }), {
    code: "bad-configuration",
    message: /resource types cannot be loaded: .*no-such-types/,
  });
});

test("a process that uses the store prints nothing that it was not asked to", (t) => {
  const script = `
    const { embeddedStore } = await import(${JSON.stringify(import.meta.resolve("../../../src/index/stores/embedded/store.ts"))});
    const store = await embeddedStore({ directory: ${JSON.stringify(directoryOf(t))}, definitions: new URL(${JSON.stringify(definitions.href)}) });
    await store.close();
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
});
