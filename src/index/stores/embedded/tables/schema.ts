import { SearchlightError } from "../../../../errors.ts";
import type { Database } from "./sqlite.ts";

/** The tables' version, in `user_version`; 0 is a file without tables. */
const VERSION = 1;

/**
 * - `resources`: the state of each resource. `sequence` grows with every write and is never given out again, so what
 *   changed after a moment is what has a greater one. `id` is a JSON string: SQLite's own cannot hold every text.
 *   `at_rest`: for what does not exist, when it was written (microseconds since 1970, by our clock); null for what does.
 * - `purges`: the greatest sequence that a purge ever took away, in its one row.
 */
const TABLES = `
  CREATE TABLE resources (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    at_rest INTEGER,
    state TEXT NOT NULL,
    UNIQUE (type, id)
  ) STRICT;
  CREATE INDEX resources_at_rest ON resources (at_rest) WHERE at_rest IS NOT NULL;
  CREATE TABLE purges (through INTEGER NOT NULL) STRICT;
  INSERT INTO purges VALUES (0);
  PRAGMA user_version = ${VERSION};
`;

/** A `Freshness` as JSON, in one row at most. Of no version: an index without it is only one that nobody told of. */
const FRESHNESS = "CREATE TABLE IF NOT EXISTS freshness (told TEXT NOT NULL) STRICT";

/**
 * By the fingerprint of who made it, the token of the snapshot that counts; `place` is greater for what was marked later. An
 * index without any is read from the states.
 */
const SNAPSHOTS =
  "CREATE TABLE IF NOT EXISTS snapshots (fingerprint TEXT PRIMARY KEY, token TEXT NOT NULL, place INTEGER NOT NULL) STRICT";

const versionOf = (database: Database): number =>
  Number(database.prepare("PRAGMA user_version").get()!["user_version"]);

/** Whether the tables are there; false for a file that no writer has come to yet. @throws SearchlightError for a version unknown here */
export function hasTables(database: Database, path: string): boolean {
  const version = versionOf(database);
  if (version === 0 || version === VERSION) return version === VERSION;
  throw new SearchlightError(
    "bad-configuration",
    `${path} was written by another version of searchlight (its tables are version ${version}, this one knows ${VERSION}): ` +
      "run that version, or name another directory in SEARCHLIGHT_DATA and fill it again with `searchlight sync`",
  );
}

/** Makes the tables where there are none. All or nothing. */
export function makeTables(database: Database, path: string): void {
  if (!hasTables(database, path)) database.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT`);
  database.exec(FRESHNESS);
  database.exec(SNAPSHOTS);
}
