import { SearchlightError } from "../../../../errors.ts";
import type { Catalog } from "../../../catalog.ts";
import { documents } from "../holdings/documents.ts";
import { searchIn, type Holdings } from "../holdings/holdings.ts";
import { suggestIn } from "../holdings/suggest.ts";
import { UNREAD } from "../opening/view.ts";
import { usingScratch } from "../sets/scratch.ts";
import { openMeant } from "../tables/meant.ts";
import type { Database } from "../tables/sqlite.ts";
import { inTransaction, stateTable } from "../tables/state-table.ts";
import type { Searcher } from "../threads/engine.ts";
import { interruptible, type Flag } from "../threads/interrupt.ts";
import type { ThreadData } from "../threads/protocol.ts";
import { leave } from "../threads/unused.ts";
import { asking } from "./asking.ts";
import { copyOf } from "./edition.ts";

/** How often an edition is asked for though nobody searches, in milliseconds: segments that are no more take memory until then. */
const EVERY = 1000;

/** The database that documents are read from. `version`: what `look` said before the last edition was asked for that was all there is. */
type Opened = {
  readonly database: Database;
  readonly file: number;
  readonly look: () => number;
  readonly held: Holdings;
  version: number;
};

/**
 * Searches in the editions of a reader. What was acknowledged before a search began is found as it is by the reader: it looks whether
 * anything was written, and if so asks for an edition.
 */
export function openSearcher(
  directory: string,
  catalog: Catalog,
  { recent, reader }: Pick<ThreadData, "recent" | "reader">,
): Searcher {
  const port = reader!;
  const copy = copyOf(catalog);
  let opened: Opened | undefined;
  let [file, behind] = [-1, true];

  function open(): Opened | undefined {
    opened?.database.close();
    opened = undefined;
    const database = openMeant(directory, file);
    if (!database) return undefined;
    const version = database.prepare("PRAGMA data_version");
    const look = (): number => Number(version.get()!["data_version"]);
    const held = { catalog, table: stateTable(database), recent, types: copy.types, documents: documents() };
    return (opened = { database, file, look, held, version: UNREAD });
  }

  const next = asking(port, (edition) => {
    leave(copy.take(edition));
    ({ file, behind } = edition);
  });
  // Whoever searches next hears why there is none.
  const timer = setInterval(() => void next().catch(() => {}), EVERY).unref();

  async function upToDate(): Promise<Opened | undefined> {
    const version = opened?.look();
    if (!opened || version !== opened.version) await next();
    if (opened?.file !== file) return open();
    opened.version = behind || version === undefined ? UNREAD : version;
    return opened;
  }

  async function searching<T>(flag: Flag | undefined, search: (held: Holdings) => T): Promise<T | undefined> {
    const current = await upToDate();
    if (!current) return undefined;
    const { database, held } = current;
    try {
      return inTransaction(database, () => usingScratch(() => interruptible(flag, () => search(held))), "BEGIN");
    } catch (error) {
      // The edition may speak of what is written anew by now; the reader takes that in, or says what is wrong.
      if (error instanceof SearchlightError && error.code === "internal") return undefined;
      throw error;
    }
  }

  return {
    search: (request, scope, flag) => searching(flag, (held) => searchIn(held, request, scope)),
    suggest: (request, scope, flag) => searching(flag, (held) => suggestIn(held, request, scope)),
    ready: async () => {},
    async close() {
      clearInterval(timer);
      port.close();
      opened?.database.close();
    },
  };
}
