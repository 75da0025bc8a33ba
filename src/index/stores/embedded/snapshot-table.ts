import type { Database } from "./sqlite.ts";

/** The token of the snapshot that holds everything up to its sequence; undefined where none was made. */
export function snapshotIn(database: Database): string | undefined {
  const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'snapshot'").get();
  const token = known && database.prepare("SELECT token FROM snapshot").get()?.["token"];
  return token === undefined ? undefined : String(token);
}

/** Says which snapshot counts. To be run in a transaction. */
export function markSnapshot(database: Database, token: string): void {
  database.exec("DELETE FROM snapshot");
  database.prepare("INSERT INTO snapshot VALUES (?)").run(token);
}
