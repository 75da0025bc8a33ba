import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";

/** The files of a data directory. SQLite adds `-wal` and `-shm` beside a database, with the database's own mode. */
export const filesIn = (
  directory: string,
): { database: string; lock: string; holder: string; deadLetters: string; snapshot: string } => ({
  database: join(directory, "searchlight.db"),
  lock: join(directory, "writer.lock"),
  holder: join(directory, "writer.pid"),
  snapshot: join(directory, "index"),
  deadLetters: join(directory, "dead-letters.db"),
});

/** Makes the directory, if need be, for its owner alone: it holds every project's resources. */
export const makeDirectory = (directory: string): void => void mkdirSync(directory, { recursive: true, mode: 0o700 });

/** Makes a file, if need be, for its owner alone, before SQLite would make it for everybody. */
export const makeFile = (path: string): void => closeSync(openSync(path, "a", 0o600));
