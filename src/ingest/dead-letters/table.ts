import { filesIn, makeDirectory, makeFile } from "../../index/stores/embedded/files.ts";
import { DatabaseSync } from "../../index/stores/embedded/sqlite.ts";
import type { DeadLetters } from "../dead-letter.ts";

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS dead_letters (
    id INTEGER PRIMARY KEY,
    put_at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    reason TEXT NOT NULL,
    value BLOB NOT NULL
  ) STRICT;
`;

/**
 * Dead letters as rows of `dead-letters.db` in a directory; without one, in memory only. `put_at` and `timestamp` are
 * milliseconds since 1970; `value` is the record's bytes as they came.
 */
export function tableDeadLetters({ directory }: { readonly directory?: string }): DeadLetters {
  const path = directory === undefined ? ":memory:" : filesIn(directory).deadLetters;
  if (directory !== undefined) {
    makeDirectory(directory);
    makeFile(path);
  }
  const database = new DatabaseSync(path);
  database.exec(SCHEMA);
  const insert = database.prepare(
    "INSERT INTO dead_letters (put_at, origin, timestamp, reason, value) VALUES (?, ?, ?, ?, ?)",
  );
  return {
    async put(letters) {
      database.exec("BEGIN");
      for (const { record, reason } of letters)
        insert.run(Date.now(), record.from, Math.trunc(record.timestamp), reason, record.value);
      database.exec("COMMIT");
    },
    async close() {
      database.close();
    },
  };
}
