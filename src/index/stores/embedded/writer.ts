import type { Catalog } from "../../catalog.ts";
import type { Operation } from "../../operation.ts";
import type { Outcome } from "../../store.ts";
import { commits } from "./tables/commits.ts";
import type { Writer } from "./threads/engine.ts";
import { filesIn, makeDirectory, makeFile } from "./tables/files.ts";
import { noteFreshness } from "./tables/freshness-table.ts";
import { lockForWriting } from "./tables/lock.ts";
import { boundedLog, TIMEOUT } from "./tables/log-size.ts";
import { mergeBatch } from "./tables/merging.ts";
import { makeTables } from "./tables/schema.ts";
import { markSnapshot } from "./tables/snapshot-table.ts";
import { DatabaseSync, type Database } from "./tables/sqlite.ts";
import { inTransaction, stateTable, type StateTable } from "./tables/state-table.ts";

/**
 * WAL lets readers read while we write; FULL is what "acknowledged means on disk" rests on: every commit waits for the
 * disk. A checkpoint each 16 MB rather than 4 spares a busy writer half of its waiting.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -65536;
`;

function openDatabase(directory: string): Database {
  const path = filesIn(directory).database;
  makeFile(path);
  // Whoever opens it to read at this very moment is waited for.
  const database = new DatabaseSync(path, { timeout: TIMEOUT });
  try {
    makeTables(database, path);
    database.exec(SETTINGS);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Merges and writes: all is on disk, or nothing. */
function commit(
  database: Database,
  catalog: Catalog,
  table: StateTable,
  operations: readonly Operation[],
): readonly Outcome[] {
  return inTransaction(database, () => {
    const { changes, outcomes } = mergeBatch(catalog, table, operations);
    for (const { state, text } of changes) table.write(state, text);
    return outcomes;
  });
}

/**
 * The one that writes to a data directory.
 *
 * @throws SearchlightError `store-locked` when another does, `bad-configuration` when what is there cannot be used
 */
export function openWriter(directory: string, catalog: Catalog): Writer {
  makeDirectory(directory);
  const lock = lockForWriting(directory);
  try {
    const database = openDatabase(directory);
    const table = stateTable(database);
    const boundLog = boundedLog(database, filesIn(directory).database);
    const queue = commits((operations) => {
      const outcomes = commit(database, catalog, table, operations);
      boundLog();
      return outcomes;
    });
    return {
      apply: queue.add,
      purge: async (before) => inTransaction(database, () => table.purge(before)),
      note: async (told) => inTransaction(database, () => noteFreshness(database, told)),
      mark: async (marked) => inTransaction(database, () => markSnapshot(database, marked)),
      ready: async () => {},
      async close() {
        await queue.idle();
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
