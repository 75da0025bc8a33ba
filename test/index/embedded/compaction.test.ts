import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { getPriority } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { catalogOf } from "../../../src/index/catalog.ts";
import { openReader } from "../../../src/index/stores/embedded/reader.ts";
import { openWriter } from "../../../src/index/stores/embedded/writer.ts";
import { eventually } from "../../eventually.ts";
import { plugins } from "../contract-types.ts";
import { admin, asking, remove } from "../worlds.ts";
import { definitions, directoryOf, rockets } from "./directory.ts";

const catalog = catalogOf(plugins);
const niced = new URL("./threads-niced.ts", import.meta.url).pathname;
const ids = { sort: [{ field: "size", order: "asc" as const }], size: 1000 };

test("while segments are merged in the background, nothing is lost, doubled or brought back", async (t) => {
  const directory = directoryOf(t);
  const writer = openWriter(directory, catalog);
  const reader = openReader(directory, catalog, {
    recent: 0,
    much: Infinity,
    worthSaving: 1e6,
    promptly: 1e6,
    definitions: definitions.href,
  });
  for (let batch = 0; batch < 40; batch++) {
    await writer.apply(rockets(10, batch * 5, 10 + batch));
    await writer.apply([remove(`r${batch * 3}`, 100)]);
    await reader.refresh();
    if (batch % 8 === 0) await sleep(30); // a merge may end here
  }
  const gone = new Set(Array.from({ length: 40 }, (_, batch) => `r${batch * 3}`));
  const expected = Array.from({ length: 205 }, (_, n) => `r${n}`).filter((id) => !gone.has(id));
  for (let look = 0; look < 10; look++) {
    const { hits } = await reader.search(asking({ kind: "all" }, ids), admin());
    assert.deepEqual(
      hits.map(({ id }) => id),
      expected,
    );
    await sleep(20);
  }
  await reader.close();
  await writer.close();
});

test("where everything of many segments is gone, there is nothing to merge, and the index goes on", async (t) => {
  const directory = directoryOf(t);
  const writer = openWriter(directory, catalog);
  const reader = openReader(directory, catalog, {
    recent: 0,
    much: Infinity,
    worthSaving: 1e6,
    promptly: 1e6,
    definitions: definitions.href,
  });
  for (let n = 0; n < 5; n++) {
    await writer.apply(rockets(1, n));
    await reader.refresh();
  }
  await writer.apply([...Array.from({ length: 5 }, (_, n) => remove(`r${n}`, 20)), ...rockets(1, 7)]);
  await reader.refresh();
  await writer.apply([remove("r7", 20)]);
  await reader.refresh();
  await writer.apply(rockets(1, 9));
  await sleep(50);
  assert.equal((await reader.search(asking({ kind: "all" }), admin())).total, 1);
  await reader.close();
  await writer.close();
});

test("where nothing is written for a while few segments are left, and that is worth saving", async (t) => {
  const directory = directoryOf(t);
  const writer = openWriter(directory, catalog);
  const reader = openReader(directory, catalog, {
    recent: 100,
    much: Infinity,
    worthSaving: 150,
    promptly: 1e6,
    definitions: definitions.href,
  });
  const files = (): string[] =>
    readdirSync(join(directory, "index"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".segment"),
    );
  const save = async (): Promise<boolean> => {
    const marked = await reader.save();
    if (marked) await reader.sweep(marked, await writer.mark(marked));
    return marked !== undefined;
  };
  for (let batch = 0; batch < 3; batch++) {
    await writer.apply(rockets(150, batch * 150));
    assert.equal(await save(), true);
  }
  assert.equal(files().length, 3);
  assert.equal(await save(), false, "nothing has changed");
  await eventually(() => "what was merged is saved", save, 30);
  assert.equal(files().length, 1);
  assert.equal((await reader.search(asking({ kind: "all" }), admin())).total, 450);
  await reader.close();
  await writer.close();
});

for (const more of [0, 15]) {
  test(`merging, indexing and writing give way to searches, and in a process that is nicer by ${more} to whatever that gives way to`, (t) => {
    if (process.platform !== "linux") return t.skip("only Linux' threads have priorities of their own");
    const said = execFileSync("nice", ["-n", `${more}`, process.execPath, niced, directoryOf(t)], { encoding: "utf8" });
    const given = Math.min(19, getPriority() + more);
    const behind = Math.max(10, given);
    assert.deepEqual(JSON.parse(said), { reader: given, writer: behind, drafting: behind, compaction: behind });
  });
}
