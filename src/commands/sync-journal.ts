import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Journal } from "../cloud/sync.ts";
import type { Config } from "../config.ts";
import type { PageMark } from "../cloud/walk.ts";

/** A sync that was interrupted longer ago begins anew, for what it saw first is old by now. In milliseconds. */
const WITHIN = 3_600_000;

/** Where syncs of this configuration note how far they are. */
export const journalFolder = ({ data }: Pick<Config, "data">): string => join(data, "sync");

/** A mark as it is kept: which sync made it, and how many that one had made before. */
type Line = PageMark & { readonly run: string; readonly n: number };

/**
 * The marks in a file, of the sync that went furthest: two may be at work at a time. One that is not known from its
 * beginning on (another was done, and took the file away) is not gone on with: what it saw first would be taken for gone.
 * A last line that was cut short is of a page that is read again.
 */
function marksIn(text: string): readonly Line[] {
  const lines = text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const whole = [...Map.groupBy(lines, ({ run }) => run).values()].filter((run) => run.every(({ n }, i) => n === i));
  return whole.reduce((most, run) => (run.length > most.length ? run : most), []);
}

/** Keeps a line for each page, in a file for each type, in a folder. `restart` forgets what was interrupted. */
export function syncJournal(folder: string, { restart = false }: { restart?: boolean } = {}): Journal {
  const fileOf = (type: string): string => join(folder, `${encodeURIComponent(type)}.ndjson`);
  const runs = new Map<string, { run: string; n: number }>();
  return {
    before(type) {
      const file = fileOf(type);
      const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      const late = at === undefined || Date.now() - at >= WITHIN;
      if (late || restart) rmSync(file, { force: true });
      const marks = late || restart ? [] : marksIn(readFileSync(file, "utf8"));
      runs.set(type, { run: marks[0]?.run ?? randomUUID(), n: marks.length });
      return marks;
    },
    note(type, mark) {
      const { run, n } = runs.get(type)!;
      runs.set(type, { run, n: n + 1 });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      appendFileSync(fileOf(type), `${JSON.stringify({ ...mark, run, n } satisfies Line)}\n`);
    },
    done: (type) => rmSync(fileOf(type), { force: true }),
  };
}
