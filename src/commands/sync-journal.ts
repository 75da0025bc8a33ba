import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Journal } from "../cloud/sync.ts";
import type { Config } from "../config.ts";
import type { PageMark } from "../cloud/walk.ts";

/** A sync that was interrupted longer ago begins anew, for what it saw first is old by now. In milliseconds. */
const WITHIN = 3_600_000;

/** Where syncs of this configuration note how far they are. */
export const journalFolder = ({ data }: Pick<Config, "data">): string => join(data, "sync");

/** The marks in a file; a last line that was cut short is of a page that is read again. */
function marksIn(text: string): PageMark[] {
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PageMark);
}

/** Keeps a line for each page, in a file for each type, in a folder. `restart` forgets what was interrupted. */
export function syncJournal(folder: string, { restart = false }: { restart?: boolean } = {}): Journal {
  const fileOf = (type: string): string => join(folder, `${encodeURIComponent(type)}.ndjson`);
  return {
    before(type) {
      const file = fileOf(type);
      const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      if (at !== undefined && !restart && Date.now() - at < WITHIN) return marksIn(readFileSync(file, "utf8"));
      rmSync(file, { force: true });
      return [];
    },
    note(type, mark) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      appendFileSync(fileOf(type), `${JSON.stringify(mark)}\n`);
    },
    done: (type) => rmSync(fileOf(type), { force: true }),
  };
}
