import { statSync } from "node:fs";
import type { Database } from "./sqlite.ts";

/** A write-ahead log of so many bytes is begun anew. */
const LARGE = 256 * 2 ** 20;

/** So many milliseconds readers are waited for; a write waits as long. */
const PATIENCE = 200;

/** So many milliseconds a connection waits for another otherwise. */
export const TIMEOUT = 5000;

/**
 * To be called after commits: keeps the write-ahead log from growing as long as anybody reads. SQLite begins it anew only
 * when a commit finds nobody at it, and a reader with much to catch up with is at it nearly always. Where readers stay too
 * long it is tried again when the log has grown as much once more.
 */
export function boundedLog(database: Database, path: string, large = LARGE, patience = PATIENCE): () => void {
  let limit = large;
  database.exec(`PRAGMA journal_size_limit = ${large}`); // what it took while readers stayed is given back when it begins anew
  return () => {
    const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size < limit) return;
    database.exec(`PRAGMA busy_timeout = ${patience}`);
    try {
      const { busy } = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() as { busy: number };
      limit = busy === 0 ? large : size + large;
    } finally {
      database.exec(`PRAGMA busy_timeout = ${TIMEOUT}`);
    }
  };
}
