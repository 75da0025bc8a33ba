import { statSync } from "node:fs";
import { filesIn } from "./files.ts";
import { DatabaseSync, type Database } from "./sqlite.ts";

/** Opens, for reading, the database of a directory if it has this inode still: it may have been exchanged. */
export function openMeant(directory: string, file: number): Database | undefined {
  const path = filesIn(directory).database;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  if (statSync(path).ino === file) return database;
  database.close();
  return undefined;
}
