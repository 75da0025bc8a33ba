import { statSync } from "node:fs";
import type { Catalog } from "../../../catalog.ts";
import { filesIn } from "../tables/files.ts";
import { beginFilling, fill, type Filling } from "./filling.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { ALL, holdings, load, type Holdings, type Portion } from "../holdings/holdings.ts";
import type { ThreadData } from "../threads/protocol.ts";
import { hasTables } from "../tables/schema.ts";
import { snapshotsIn } from "../tables/snapshot-table.ts";
import { DatabaseSync, type Database } from "../tables/sqlite.ts";
import { inTransaction, stateTable } from "../tables/state-table.ts";
import { takeSnapshots } from "./taking.ts";

/**
 * A view of the writer's directory and the index made from it: of all states up to `seen`, but for what `filling` has still to
 * index. `behind`: there are more. `purged`: what was known to be purged at the last look. `look`: a number that changes whenever
 * somebody wrote; `version`: what it was when all or some of that was taken in.
 */
export type View = {
  readonly database: Database;
  readonly file: number;
  readonly look: () => number;
  held: Holdings;
  filling: Filling | undefined;
  seen: number;
  behind: boolean;
  purged: number;
  saved: number;
  version: number;
};

/** The version of a view that has not caught up yet. */
export const UNREAD = -1;

/** Segments of what is indexed before anything is searched have so many resources. */
const AT_ONCE = 8192;

/** `anew`: types that no snapshot is believed of. */
type Tuning = Pick<ThreadData, "recent" | "promptly"> & { readonly anew?: readonly string[] };

/** Takes over what snapshots have, and begins to index the rest: at once where all that is to be read are few. */
function viewIn(
  database: Database,
  { directory, catalog, file }: { directory: string; catalog: Catalog; file: number },
  { recent, promptly, anew = [] }: Tuning,
): View {
  const table = stateTable(database);
  const held = holdings(catalog, table, recent);
  const purged = table.purgedThrough();
  const marked = snapshotsIn(database);
  const { missing, through } = takeSnapshots(directory, held, { marked, purged, anew });
  const seen = Number.isFinite(through) ? through : Math.max(table.last(), purged);
  const wanted = new Set([...missing].filter(table.has));
  const own = fingerprintOf(catalog);
  const saved = wanted.size === 0 && marked.some(({ fingerprint }) => fingerprint === own) ? seen : 0;
  const version = database.prepare("PRAGMA data_version");
  const look = (): number => Number(version.get()!["data_version"]);
  const view: View = {
    database,
    file,
    look,
    held,
    filling: undefined,
    seen,
    behind: true,
    purged,
    saved,
    version: UNREAD,
  };
  if (wanted.size === 0) return view;
  view.filling = beginFilling(held, wanted, seen);
  if (table.count(promptly + 1) > promptly) return view;
  fill(held, view.filling, { most: Infinity, segment: AT_ONCE });
  view.filling = undefined;
  return view;
}

/** Opens what is in a directory; undefined where no writer has been yet. */
export function openView(directory: string, catalog: Catalog, tuning: Tuning): View | undefined {
  const path = filesIn(directory).database;
  const file = statSync(path, { throwIfNoEntry: false })?.ino;
  if (file === undefined) return undefined;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  if (hasTables(database, path))
    return inTransaction(database, () => viewIn(database, { directory, catalog, file }, tuning), "BEGIN");
  database.close();
  return undefined;
}

/** Loads a portion of what changed. Runs within the transaction of whatever is read next. */
export function catchUp(view: View, catalog: Catalog, portion: Portion): void {
  const { table } = view.held;
  const purged = table.purgedThrough();
  // A tombstone purged before we saw it would leave its resource standing: then everything is read anew, and at once.
  const missed = view.seen < purged && view.purged < purged;
  if (missed) Object.assign(view, { held: holdings(catalog, table, view.held.recent), filling: undefined, seen: 0 });
  const { last, broken } = load(view.held, table.since(view.seen), view.seen, missed ? ALL : portion);
  Object.assign(view, { purged, behind: broken, seen: broken ? last : Math.max(last, purged) });
}
