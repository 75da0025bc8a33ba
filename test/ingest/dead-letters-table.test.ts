import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DatabaseSync } from "../../src/index/stores/embedded/tables/sqlite.ts";
import type { DeadLetter } from "../../src/ingest/dead-letter.ts";
import { tableDeadLetters } from "../../src/ingest/dead-letters/table.ts";
import { deadLettersContract } from "./dead-letters-contract.ts";

deadLettersContract(async (t) => {
  const letters = tableDeadLetters({});
  t.after(() => letters.close());
  return letters;
});

const letter = (value: Uint8Array, from = "notifications.info/0/7"): DeadLetter => ({
  record: { value, from, timestamp: 1_795_367_611_020 },
  reason: "it is not JSON",
});

test("dead letters are on disk, bytes and all, when put resolves, for their owner alone", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
  t.after(() => rmSync(directory, { recursive: true }));
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const letters = tableDeadLetters({ directory });
  const others = tableDeadLetters({ directory });
  await letters.put([letter(bytes), letter(new Uint8Array(0), "a file, line 3")]);
  await others.put([letter(Buffer.from("of another process"))]);
  const path = join(directory, "dead-letters.db");
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare("SELECT * FROM dead_letters ORDER BY id").all();
  assert.deepEqual(
    rows.map((row) => [row["origin"], row["timestamp"], row["reason"], Buffer.from(row["value"] as Uint8Array)]),
    [
      ["notifications.info/0/7", 1_795_367_611_020, "it is not JSON", Buffer.from(bytes)],
      ["a file, line 3", 1_795_367_611_020, "it is not JSON", Buffer.alloc(0)],
      ["notifications.info/0/7", 1_795_367_611_020, "it is not JSON", Buffer.from("of another process")],
    ],
  );
  assert.ok(Math.abs(Number(rows[0]?.["put_at"]) - Date.now()) < 60_000);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  for (const open of [database, letters, others]) await open.close();
});

test("letters that cannot be written are refused as unavailable, to be tried again", async () => {
  const letters = tableDeadLetters({});
  await letters.put([letter(new Uint8Array(1))]);
  await assert.rejects(
    letters.put([letter(new Uint8Array(2)), { ...letter(new Uint8Array(3)), reason: null as never }]),
    {
      code: "store-unavailable",
    },
  );
  await letters.close();
});
