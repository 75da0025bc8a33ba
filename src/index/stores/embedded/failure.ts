import { messageOf, SearchlightError } from "../../../errors.ts";

/** What a failure of SQLite means to whoever asked; anything else is passed as it is. */
export function fromSqlite(error: unknown, directory: string): unknown {
  if ((error as { code?: unknown }).code !== "ERR_SQLITE_ERROR") return error;
  const number = (error as { errcode?: number }).errcode;
  const text = messageOf(error);
  // SQLITE_CORRUPT and SQLITE_NOTADB: no trying again helps.
  return (number ?? 0) % 256 === 11 || (number ?? 0) % 256 === 26
    ? new SearchlightError(
        "bad-configuration",
        `the index in ${directory} is damaged (${text}): put the directory back from a copy, or move it away, start again ` +
          "and fill it with `searchlight sync`",
        { cause: error },
      )
    : new SearchlightError(
        "store-unavailable",
        `the index in ${directory} cannot be read or written (${text}): look at the disk's room and the directory's owner`,
        { cause: error },
      );
}
