import assert from "node:assert/strict";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { indexerScope } from "../../../src/index/scope.ts";
import { DatabaseSync } from "../../../src/index/stores/embedded/tables/sqlite.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { eventually } from "../../eventually.ts";
import { admin, asking, put, remove, ROCKET } from "../worlds.ts";
import { definitions, directoryOf, everythingSaid, opened, rockets } from "./directory.ts";

test("an index opened again says what it said before: hits, order, counts and states", async (t) => {
  const directory = directoryOf(t);
  const first = await opened(t, directory);
  await first.apply(rockets(60));
  await first.apply([remove("r5", 20), put("r7", { owner: "p1", visibility: "public", name: "rocket 3" }, 30)]);
  await first.refresh();
  const before = await everythingSaid(first);
  await first.close();
  assert.deepEqual(await everythingSaid(await opened(t, directory)), before);
});

test("changes upon changes are compacted away, and nothing else changes", async (t) => {
  const directory = directoryOf(t);
  const store = await opened(t, directory);
  for (let round = 0; round < 40; round++) await store.apply(rockets(100, 0, 10 + round));
  await store.refresh();
  const before = await everythingSaid(store);
  await store.close();
  assert.deepEqual(await everythingSaid(await opened(t, directory)), before);
});

test("a batch far larger than a commit is stored whole", async (t) => {
  const store = await opened(t, directoryOf(t));
  const outcomes = await store.apply(rockets(3500));
  assert.ok(outcomes.length === 3500 && outcomes.every(({ stored }) => stored));
  await store.refresh();
  assert.equal((await store.search(asking({ kind: "all" }), admin())).total, 3500);
});

test("what is applied twice is written once", async (t) => {
  const directory = directoryOf(t);
  const store = await opened(t, directory);
  await store.apply(rockets(3));
  const sequences = (): unknown[] => {
    const database = new DatabaseSync(join(directory, "searchlight.db"), { readOnly: true });
    const rows = database.prepare("SELECT sequence FROM resources ORDER BY sequence").all();
    database.close();
    return rows.map((row) => row["sequence"]);
  };
  const before = sequences();
  await store.apply(rockets(3));
  assert.deepEqual(sequences(), before);
});

test("an operation of a type that is not known, or too deep for a message, is rejected alone", async (t) => {
  const store = await opened(t, directoryOf(t));
  const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as never;
  const outcomes = await store.apply([
    put("r1", { owner: "p1" }),
    put("x", {}, 10, "self", "Test::Acme::Unheard"),
    put("y", { owner: "p1", properties: { deep } }),
    put("r2", { owner: "p1" }),
  ]);
  assert.deepEqual(
    outcomes.map(({ stored }) => stored),
    [true, false, false, true],
  );
  assert.equal((await store.search(asking({ kind: "all" }), admin())).total, 2);
});

test("a second writer is refused in words, and the first goes on", async (t) => {
  const directory = directoryOf(t);
  const first = await opened(t, directory);
  await assert.rejects(embeddedStore({ directory, definitions }), {
    code: "store-locked",
    message: new RegExp(`process ${process.pid} is writing .*stop that searchlight, or let it be the one`),
  });
  assert.deepEqual(await first.apply(rockets(1)), [{ stored: true }]);
  await first.close();
  const second = await opened(t, directory);
  assert.deepEqual(await second.apply(rockets(1)), [{ stored: true }]);
});

test("the directory and all its files are their owner's alone", async (t) => {
  const directory = join(directoryOf(t), "made", "here");
  const store = await opened(t, directory);
  await store.apply(rockets(1));
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  assert.equal(mode(directory), "700");
  const files = readdirSync(directory);
  assert.ok(files.includes("searchlight.db") && files.includes("searchlight.db-wal"));
  assert.deepEqual(
    files.filter((file) => mode(join(directory, file)) !== "600"),
    ["writer"],
  );
  assert.equal(mode(join(directory, "writer")), "700");
});

/** A closed index of three rockets, changed behind its back. */
async function tampered(t: TestContext, sql: string): Promise<string> {
  const directory = directoryOf(t);
  const store = await opened(t, directory);
  await store.apply(rockets(3));
  await store.close();
  const database = new DatabaseSync(join(directory, "searchlight.db"));
  database.exec(sql);
  database.close();
  return directory;
}

const UNUSABLE: [string, string, RegExp][] = [
  ["a newer version's tables", "PRAGMA user_version = 99", /version 99, this one knows 1.*run that version/],
  ["a record that is no JSON", `UPDATE resources SET state = '{"ref' WHERE id = '"r1"'`, /record of .* 'r1' .*copy/],
  ["a record that is no state", `UPDATE resources SET state = '{}' WHERE id = '"r1"'`, /'r1' .*not a state/],
  [
    "a record of another resource",
    `UPDATE resources SET state = (SELECT state FROM resources WHERE id = '"r2"') WHERE id = '"r1"'`,
    /'r1' .*it is a state of .* 'r2'/,
  ],
];

test("a record that cannot be used, of what is indexed while others are searched: the store is not ready, and says which", async (t) => {
  const directory = await tampered(t, UNUSABLE[1]![1]);
  const store = await embeddedStore({ directory, definitions, promptly: 0, recent: 0 });
  t.after(() => store.close());
  const refused = { code: "bad-configuration", message: /record of .* 'r1' .*copy/ };
  await eventually(
    () => "it says so",
    () =>
      store.ready().then(
        () => false,
        () => true,
      ),
  );
  await assert.rejects(store.ready(), refused);
  assert.equal((await store.get({ type: ROCKET, id: "r0" }, admin()))?.id, "r0");
});

for (const [what, sql, message] of UNUSABLE) {
  test(`refused at the start, saying what to do: ${what}`, async (t) => {
    const directory = await tampered(t, sql);
    await assert.rejects(embeddedStore({ directory, definitions }), { code: "bad-configuration", message });
  });
}

test("a file that is no database, and a directory that cannot be, are refused in words", async (t) => {
  const directory = directoryOf(t);
  writeFileSync(join(directory, "searchlight.db"), "what is this? ".repeat(1000));
  await assert.rejects(embeddedStore({ directory, definitions }), {
    code: "bad-configuration",
    message: /damaged .*searchlight sync/,
  });
  const file = join(directory, "a-file");
  writeFileSync(file, "");
  await assert.rejects(embeddedStore({ directory: join(file, "below"), definitions }), {
    code: "bad-configuration",
    message: /cannot be used .*SEARCHLIGHT_DATA/,
  });
});

test("states of a type whose plugin is gone stay on disk, and are nowhere else until it comes back", async (t) => {
  const directory = directoryOf(t);
  const store = await opened(t, directory);
  await store.apply(rockets(3));
  await store.close();
  const without = await embeddedStore({ directory, definitions: new URL("./fewer-types.ts", import.meta.url) });
  await assert.rejects(without.search(asking({ kind: "all" }), admin()), { code: "unknown-type" });
  assert.equal(await without.get({ type: ROCKET, id: "r1" }, admin()), undefined);
  await without.close();
  const again = await opened(t, directory);
  assert.equal((await again.search(asking({ kind: "all" }), admin())).total, 3);
});

test("states of more than one page are each scanned once", async (t) => {
  const store = await opened(t, directoryOf(t));
  await store.apply(rockets(1234));
  const ids: string[] = [];
  for await (const { ref } of store.scan(ROCKET, indexerScope())) ids.push(ref.id);
  assert.deepEqual(
    ids.toSorted(),
    rockets(1234)
      .map(({ ref }) => ref.id)
      .toSorted(),
  );
});
