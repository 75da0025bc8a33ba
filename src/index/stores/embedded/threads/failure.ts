import { messageOf, SearchlightError } from "../../../../errors.ts";

/** `SQLITE_CORRUPT` and `SQLITE_NOTADB`: no trying again helps. */
const DAMAGED = [11, 26];

type Failure = { readonly code?: unknown; readonly errcode?: number; readonly syscall?: unknown };

/** What a failure of SQLite or of the file system means to whoever asked; anything else is passed as it is. */
export function fromDisk(error: unknown, directory: string): unknown {
  const { code, errcode = 0, syscall } = error as Failure;
  const text = messageOf(error);
  if (syscall !== undefined) {
    return new SearchlightError(
      "bad-configuration",
      `${directory} cannot be used (${text}): give it to the user that runs searchlight, or name another in SEARCHLIGHT_DATA`,
      { cause: error },
    );
  }
  if (code !== "ERR_SQLITE_ERROR") return error;
  return DAMAGED.includes(errcode % 256)
    ? new SearchlightError(
        "bad-configuration",
        `the data in ${directory} is damaged (${text}): put the directory back from a copy, or move it away, start again ` +
          "and fill it with `searchlight sync`",
        { cause: error },
      )
    : new SearchlightError(
        "store-unavailable",
        `the data in ${directory} cannot be read or written (${text}): look at the disk's room and the directory's owner`,
        { cause: error },
      );
}
