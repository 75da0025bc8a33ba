import { fromDisk } from "../../index/stores/embedded/threads/failure.ts";
import { filesIn, makeDirectory, makeFile } from "../../index/stores/embedded/tables/files.ts";
import { DatabaseSync, type Database } from "../../index/stores/embedded/tables/sqlite.ts";
import { inTransaction } from "../../index/stores/embedded/tables/state-table.ts";
import type { DeadLetters, KeptLetter } from "../dead-letter.ts";

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS dead_letters (
    id INTEGER PRIMARY KEY,
    put_at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    reason TEXT NOT NULL,
    value BLOB NOT NULL,
    cut TEXT
  ) STRICT;
`;

/** How long to wait for another process that is writing its own letters, in milliseconds. */
const PATIENCE = 5000;

function openIn(directory: string | undefined): Database {
  if (directory === undefined) return new DatabaseSync(":memory:");
  makeDirectory(directory);
  const path = filesIn(directory).deadLetters;
  makeFile(path);
  return new DatabaseSync(path, { timeout: PATIENCE });
}

const letterIn = (row: Record<string, unknown>): KeptLetter => ({
  id: String(row["id"]),
  at: Number(row["put_at"]),
  reason: String(row["reason"]),
  record: {
    value: row["value"] as Uint8Array,
    from: String(row["origin"]),
    timestamp: Number(row["timestamp"]),
  },
  ...(typeof row["cut"] === "string" && { cut: row["cut"] }),
});

/**
 * Dead letters as rows of `dead-letters.db` in a directory; without one, in memory only. `put_at` and `timestamp` are
 * milliseconds since 1970; `value` is the record's bytes as they came. All letters of a `put` are on disk, or none is.
 *
 * @throws SearchlightError `store-unavailable` when the disk does not take them
 */
export function tableDeadLetters({ directory }: { readonly directory?: string }): DeadLetters {
  const saying = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fromDisk(error, directory ?? "memory");
    }
  };
  const database = saying(() => openIn(directory));
  saying(() => database.exec(SCHEMA));
  const insert = database.prepare(
    "INSERT INTO dead_letters (put_at, origin, timestamp, reason, value, cut) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const put: DeadLetters["put"] = async (letters) =>
    saying(() =>
      inTransaction(database, () => {
        for (const { record, reason, cut } of letters)
          insert.run(Date.now(), record.from, Math.trunc(record.timestamp), reason, record.value, cut ?? null);
      }),
    );
  const some = database.prepare("SELECT * FROM dead_letters WHERE id > ? AND id <= ? ORDER BY id LIMIT 100");
  const last = database.prepare("SELECT max(id) AS id FROM dead_letters");
  const forget = database.prepare("DELETE FROM dead_letters WHERE id <= ?");
  return {
    put,
    async *all() {
      const end = Number(saying(() => last.get())?.["id"] ?? 0);
      for (let after = 0; after < end;) {
        const letters = saying(() => some.all(after, end)).map(letterIn);
        if (letters.length === 0) return;
        yield* letters;
        after = Number(letters.at(-1)!.id);
      }
    },
    forgetThrough: async ({ id }) => void saying(() => forget.run(Number(id))),
    async close() {
      database.close();
    },
  };
}
