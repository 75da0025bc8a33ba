import { statSync } from "node:fs";
import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import type { SearchAnswer } from "../../store.ts";
import { compaction } from "./compaction.ts";
import type { Reader } from "./engine.ts";
import { filesIn } from "./files.ts";
import { freshnessIn } from "./freshness-table.ts";
import { getIn, holdings, load, scanIn, searchIn, type Holdings } from "./holdings.ts";
import { interruptible } from "./interrupt.ts";
import type { ThreadData } from "./protocol.ts";
import { hasTables } from "./schema.ts";
import { snapshotIn } from "./snapshot-table.ts";
import { loadSnapshot, saveSnapshot, sweepSnapshots } from "./snapshot.ts";
import { DatabaseSync, type Database } from "./sqlite.ts";
import { suggestIn } from "./suggest.ts";
import { inTransaction, stateTable } from "./state-table.ts";

/** How often a reader looks for what the writer wrote, in milliseconds. */
const EVERY = 20;

/** So many changes are taken into the index at a time while more wait: some milliseconds' work, so that searches come in between. */
const SLICE = 200;

/**
 * A view of the writer's directory and the index made from it: of all states up to `seen`. `behind`: there are more.
 * `purged`: what was known to be purged at the last look.
 */
type View = {
  readonly database: Database;
  readonly file: number;
  held: Holdings;
  seen: number;
  behind: boolean;
  purged: number;
  saved: number;
  version: number;
};

function openView(directory: string, catalog: Catalog, recent: number): View | undefined {
  const path = filesIn(directory).database;
  const file = statSync(path, { throwIfNoEntry: false })?.ino;
  if (file === undefined) return undefined;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  if (hasTables(database, path)) {
    const held = holdings(catalog, stateTable(database), recent);
    const saved = loadSnapshot(directory, held, snapshotIn(database));
    return { database, file, held, seen: saved, behind: true, purged: 0, saved, version: -1 };
  }
  database.close();
  return undefined;
}

const dataVersion = ({ database }: View): number =>
  Number(database.prepare("PRAGMA data_version").get()!["data_version"]);

/** Loads what changed, at most so much of it. Runs within the transaction of whatever is read next. */
function catchUp(view: View, catalog: Catalog, most: number): void {
  const { table } = view.held;
  const purged = table.purgedThrough();
  // A tombstone purged before we saw it would leave its resource standing: then everything is read anew, and at once.
  const missed = view.seen < purged && view.purged < purged;
  if (missed) Object.assign(view, { held: holdings(catalog, table, view.held.recent), seen: 0 });
  const limit = missed ? Infinity : most;
  const { last, count } = load(view.held, table.since(view.seen, limit), view.seen);
  const behind = count === limit;
  Object.assign(view, { purged, behind, seen: behind ? last : Math.max(last, purged) });
}

/** Reads the directory that another thread or process writes to, at most `EVERY` milliseconds behind it; before that one begins, it waits. */
export function openReader(
  directory: string,
  catalog: Catalog,
  { recent, worthSaving }: Pick<ThreadData, "recent" | "worthSaving">,
): Reader {
  const path = filesIn(directory).database;
  let view: View | undefined;
  let trouble: unknown;
  const merging = compaction();

  function current(): View {
    view ??= openView(directory, catalog, recent);
    if (!view) {
      throw new SearchlightError(
        "store-unavailable",
        `there is no index in ${directory} yet: start \`searchlight serve\` or \`ingest\` on that directory`,
      );
    }
    return view;
  }

  /** Reads from a view that is up to date, disk and index alike; or where only `most` is to be loaded now, nearly so. */
  function reading<T>(work: (held: Holdings) => T, most = Infinity): T {
    const view = current();
    return inTransaction(
      view.database,
      () => {
        const version = dataVersion(view);
        if (version !== view.version || view.behind) {
          catchUp(view, catalog, most);
          view.version = version;
          for (const holdings of view.held.types.values()) merging.look(holdings);
        }
        return work(view.held);
      },
      "BEGIN",
    );
  }

  /** A directory that was exchanged (put back from a copy, filled anew) is opened again. */
  function leaveIfExchanged(): void {
    if (!view || view.file === statSync(path, { throwIfNoEntry: false })?.ino) return;
    view.database.close();
    view = undefined;
  }

  function follow(most: number): void {
    try {
      leaveIfExchanged();
      reading(() => {}, most);
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
  }
  let timer: NodeJS.Timeout | undefined;
  /** Where more waits, it goes on as soon as what was asked meanwhile is answered. */
  function followOn(): void {
    follow(SLICE);
    timer = setTimeout(followOn, view?.behind && trouble === undefined ? 0 : EVERY);
  }
  follow(Infinity);
  timer = setTimeout(followOn, EVERY);

  /** A page whose resources have changed beyond what the index knows of cannot be made: then it waits for no slices. */
  function searching(search: (held: Holdings) => SearchAnswer): SearchAnswer {
    try {
      return reading(search, SLICE);
    } catch (error) {
      if (!view?.behind) throw error;
      return reading(search);
    }
  }

  return {
    search: async (request, scope, flag) =>
      searching((held) => interruptible(flag, () => searchIn(held, request, scope))),
    suggest: async (request, scope, flag) =>
      reading((held) => interruptible(flag, () => suggestIn(held, request, scope)), SLICE),
    get: async (ref, scope) => reading((held) => getIn(held, ref, scope)),
    scanPage: async (type, cursor) => reading((held) => scanIn(held, type, cursor)),
    freshness: async () => freshnessIn(current().database),
    statesOf: async (refs) => reading(({ table }) => refs.map(table.read)),
    refresh: async () => reading(() => {}),
    async save() {
      // A directory that is gone, or never was, has nothing to be saved.
      if (!view) return undefined;
      reading(() => {});
      if (view.seen - view.saved < worthSaving) return undefined;
      view.saved = view.seen;
      return saveSnapshot(directory, view.held, view.seen);
    },
    sweep: async (token) => sweepSnapshots(directory, token),
    async ready() {
      if (trouble !== undefined) throw trouble;
    },
    async close() {
      clearTimeout(timer);
      await merging.close();
      view?.database.close();
    },
  };
}
