import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { boundedLog } from "../../../src/index/stores/embedded/tables/log-size.ts";
import { DatabaseSync } from "../../../src/index/stores/embedded/tables/sqlite.ts";

const LARGE = 1_000_000;
const PATIENCE = 50;

/** A database whose log is bounded after each write of 100 kB, and somebody who reads. */
function written(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "searchlight-log-"));
  const path = join(folder, "data.db");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 100; CREATE TABLE states (text)");
  const reader = new DatabaseSync(path, { readOnly: true });
  const boundLog = boundedLog(database, path, LARGE, PATIENCE);
  const insert = database.prepare("INSERT INTO states VALUES (?)");
  t.after(() => {
    for (const one of [reader, database]) one.close();
    rmSync(folder, { recursive: true });
  });
  return {
    reader,
    size: () => statSync(`${path}-wal`).size,
    count: () => database.prepare("SELECT count(*) AS count FROM states").get()!["count"],
    write: () => {
      insert.run("x".repeat(100_000));
      boundLog();
    },
  };
}

test("the log stays small though somebody reads between any two writes", (t) => {
  const { reader, size, count, write } = written(t);
  for (let i = 0; i < 60; i++) {
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM states").get();
    if (i % 10 > 0) reader.exec("COMMIT"); // every tenth stays while it is written
    write();
    if (reader.isTransaction) reader.exec("COMMIT");
    assert.ok(size() < 2 * LARGE, `${size()} bytes`);
  }
  assert.equal(count(), 60);
});

test("while a reader stays all is written, and once it is gone the log is begun anew and gives back what it took", (t) => {
  const { reader, size, count, write } = written(t);
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM states").get();
  for (let i = 0; i < 40; i++) write();
  assert.ok(size() > 4 * LARGE, "the reader was in the way all the time");
  assert.equal(reader.prepare("SELECT count(*) AS count FROM states").get()!["count"], 0);
  reader.exec("COMMIT");
  for (let i = 0; i < 11; i++) write();
  assert.ok(size() < 2 * LARGE, `${size()} bytes`);
  assert.equal(count(), 51);
});
