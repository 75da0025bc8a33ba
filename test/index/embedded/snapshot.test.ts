import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Json } from "../../../src/index/json.ts";
import { catalogOf } from "../../../src/index/catalog.ts";
import { openReader } from "../../../src/index/stores/embedded/reader.ts";
import { plugins } from "../contract-types.ts";
import { admin, asking, put, remove } from "../worlds.ts";
import { definitions, directoryOf, everythingSaid, opened, rockets } from "./directory.ts";

/** Enough to be saved when the store is closed. */
const MANY = 400;
const worthSaving = 100;

/** Where the snapshot of the only program is that made one. */
const folderIn = (directory: string): string => join(directory, "index", readdirSync(join(directory, "index"))[0]!);
const snapshots = (directory: string): string[] => readdirSync(folderIn(directory));

/** A directory with a snapshot, and changes since that are in none. */
async function saved(t: TestContext): Promise<{ directory: string; said: Json }> {
  const directory = directoryOf(t);
  const first = await opened(t, directory, { worthSaving });
  await first.apply(rockets(MANY));
  await first.apply([remove("r5", 20)]);
  await first.close();
  const second = await opened(t, directory, { worthSaving });
  await second.apply([put("r7", { owner: "p2", visibility: "public", name: "rocket 3" }, 30), remove("r8", 30)]);
  const said = await everythingSaid(second);
  await second.close();
  return { directory, said };
}

/** What an index opened here says, and how many states it read to say so. */
async function opensWith(t: TestContext, directory: string): Promise<Json> {
  const store = await opened(t, directory, { worthSaving });
  const said = await everythingSaid(store);
  await store.close();
  return said;
}

test("an index opened from a snapshot says what it said, with what changed since", async (t) => {
  const { directory, said } = await saved(t);
  assert.ok(snapshots(directory).some((file) => file.endsWith(".segment")));
  assert.deepEqual(await opensWith(t, directory), said);
});

test("a snapshot is read instead of the states", async (t) => {
  const { directory } = await saved(t);
  const catalog = catalogOf(plugins);
  const reader = openReader(directory, catalog, {
    recent: 0,
    much: Infinity,
    worthSaving: 100,
    promptly: 1e6,
    definitions: definitions.href,
  });
  t.after(() => reader.close());
  // All but two of the states are in segments that were read: what is saved again is next to nothing.
  assert.equal(await reader.save(), undefined);
  assert.equal((await reader.search(asking({ kind: "all" }), admin())).total, MANY - 2);
});

const DOUBTS: [string, (folder: string, files: readonly string[]) => void][] = [
  ["a file is cut short", (folder, files) => truncateSync(join(folder, segmentOf(files)), 1000)],
  ["a byte of a file is another", (folder, files) => flip(join(folder, segmentOf(files)))],
  ["a file is gone", (folder, files) => rmSync(join(folder, segmentOf(files)))],
  ["all of it is gone", (folder) => rmSync(folder, { recursive: true })],
  [
    "what is said of where a file's values lie is another",
    (folder, files) => {
      const path = join(folder, manifestOf(files));
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(\\"length\\":)1(?=[,}\]])/g, "$12"));
    },
  ],
  ["the manifest is no JSON", (folder, files) => writeFileSync(join(folder, manifestOf(files)), "{")],
  [
    "it was made by another program",
    (folder, files) => {
      const path = join(folder, manifestOf(files));
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(/"fingerprint":"./g, '"fingerprint":"*'));
    },
  ],
];

const segmentOf = (files: readonly string[]): string => files.find((file) => file.endsWith(".segment"))!;
const manifestOf = (files: readonly string[]): string => files.find((file) => file.endsWith(".json"))!;

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}

test("where there is any doubt about a snapshot, the index is made from the states", async (t) => {
  const { directory, said } = await saved(t);
  for (const [doubt, harm] of DOUBTS) {
    const copy = directoryOf(t);
    cpSync(directory, copy, { recursive: true });
    harm(folderIn(copy), snapshots(copy));
    assert.deepEqual(await opensWith(t, copy), said, doubt);
  }
});

test("a snapshot of a later time than the database's is not believed", async (t) => {
  const directory = directoryOf(t);
  const older = directoryOf(t);
  const first = await opened(t, directory, { worthSaving });
  await first.apply(rockets(20));
  await first.close();
  cpSync(join(directory, "searchlight.db"), join(older, "searchlight.db"));
  const second = await opened(t, directory, { worthSaving });
  await second.apply(rockets(MANY, 20));
  await second.close();
  assert.ok(existsSync(join(directory, "index")));
  // Put back from a copy, then written to: the same sequences mean other things.
  cpSync(join(older, "searchlight.db"), join(directory, "searchlight.db"));
  const third = await opened(t, directory, { worthSaving });
  await third.apply(rockets(30, 100_000));
  assert.equal((await third.search(asking({ kind: "all" }), admin())).total, 50);
});

test("snapshots that no longer count are removed", async (t) => {
  const { directory } = await saved(t);
  const store = await opened(t, directory, { worthSaving });
  await store.apply(rockets(MANY, 0, 40));
  await store.close();
  assert.equal(snapshots(directory).filter((file) => file.endsWith(".json")).length, 1);
});
