import { readFileSync, writeFileSync } from "node:fs";
import { SearchlightError } from "../../../../errors.ts";
import { filesIn, makeFile } from "./files.ts";
import { DatabaseSync } from "./sqlite.ts";

/** `SQLITE_BUSY`: somebody else holds the file. */
const BUSY = 5;

/** What holding the lock gives: a way to let it go. */
export type WriterLock = { readonly release: () => void };

/** Who wrote the note last; true only while the lock is held. */
function holder(path: string): string {
  try {
    return `process ${readFileSync(path, "utf8").trim()}`;
  } catch {
    return "another process";
  }
}

/**
 * The right to write to a data directory, for as long as this process lives: an exclusive lock of the operating system
 * on a file that holds nothing, so that readers of the data are not shut out, and kill -9 leaves nothing stale.
 *
 * @throws SearchlightError `store-locked` naming who holds it
 */
export function lockForWriting(directory: string): WriterLock {
  const files = filesIn(directory);
  makeFile(files.lock);
  const database = new DatabaseSync(files.lock, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new SearchlightError(
      "store-locked",
      `${holder(files.holder)} is writing to the index in ${directory}, and an embedded index has one writer: ` +
        "stop that searchlight, or let it be the one (`replay` and `sync` write through it)",
    );
  }
  writeFileSync(files.holder, `${process.pid}\n`, { mode: 0o600 });
  return { release: () => database.close() };
}
