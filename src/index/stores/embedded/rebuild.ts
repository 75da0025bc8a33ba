import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { SearchlightError } from "../../../errors.ts";
import { catalogOf, type Catalog } from "../../catalog.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Outdated, Rebuilder, Rebuilt, Telling } from "../../rebuild.ts";
import { filesIn } from "./tables/files.ts";
import { fill } from "./opening/filling.ts";
import { fingerprintOf } from "./opening/fingerprint.ts";
import { ALL, holdings } from "./holdings/holdings.ts";
import { makeTables } from "./tables/schema.ts";
import { saveSnapshot, sweepSnapshots } from "./opening/snapshot.ts";
import { forgetSnapshots, markSnapshot, snapshotsIn, type Marked } from "./tables/snapshot-table.ts";
import { DatabaseSync, type Database } from "./tables/sqlite.ts";
import { inTransaction } from "./tables/state-table.ts";
import { takeSnapshots } from "./opening/taking.ts";
import { verify, verifySaved } from "./opening/verify.ts";
import { catchUp, openView, type View } from "./opening/view.ts";

/** Where the data is kept, and the types as they are now: see `EmbeddedOptions`. */
export type EmbeddedRebuild = { readonly directory: string; readonly definitions: URL };

type Place = { readonly directory: string; readonly catalog: Catalog };

/** States that are indexed between two looks at the signal, and resources of one segment. */
const SLICE = 2000;
const SEGMENT = 65_536;

function viewOf({ directory, catalog }: Place, anew: readonly string[]): View {
  const view = openView(directory, catalog, { recent: 0, promptly: 0, anew });
  if (view) return view;
  throw new SearchlightError(
    "store-unavailable",
    `there is no index in ${directory} yet: start \`searchlight serve\` on it`,
  );
}

/** Writes a few bytes beside whoever else writes. */
function noting<T>({ directory }: Place, note: (database: Database) => T): T {
  const path = filesIn(directory).database;
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    makeTables(database, path);
    return inTransaction(database, () => note(database));
  } finally {
    database.close();
  }
}

/** Indexes what no snapshot had. */
async function fillAll({ database, held, filling }: View, { tell, signal }: Telling): Promise<void> {
  if (!filling) return;
  const of = held.table.count();
  for (let done = 0, read = SLICE; read === SLICE; done += read) {
    signal.throwIfAborted();
    read = inTransaction(database, () => fill(held, filling, { most: SLICE, segment: SEGMENT }), "BEGIN");
    tell({ type: [...filling.types].join(", "), done: done + read, of });
    await breath();
  }
}

/** Saves it, looks whether it can be read again, and has it count. */
async function keep(place: Place, { held, seen }: View): Promise<Marked> {
  const marked = await saveSnapshot(place.directory, held, seen);
  const again = holdings(place.catalog, held.table, 0);
  takeSnapshots(place.directory, again, { marked: [marked], purged: 0 });
  verifySaved(held, again);
  const forgotten = noting(place, (database) => markSnapshot(database, marked));
  sweepSnapshots(place.directory, marked, forgotten);
  return marked;
}

const KEPT =
  "the next start of this version has it at once, with what was written since; that of the version before is kept";

async function make(place: Place, anew: readonly string[], telling: Telling): Promise<Rebuilt[]> {
  const begun = performance.now();
  const view = viewOf(place, anew);
  const made = new Set(view.filling?.types);
  try {
    await fillAll(view, telling);
    inTransaction(
      view.database,
      () => {
        catchUp(view, place.catalog, ALL);
        verify(view.held, view.seen);
      },
      "BEGIN",
    );
    await keep(place, view);
    const seconds = (performance.now() - begun) / 1000;
    return [...place.catalog.keys()].filter(view.held.table.has).map((type) => {
      const resources = view.held.table.existing(type);
      return { type, resources, copied: made.has(type) ? resources : 0, seconds, says: KEPT };
    });
  } finally {
    view.database.close();
  }
}

/** What a start of this version would have to index. */
function outdatedIn(place: Place, types: readonly string[] | undefined): Outdated[] {
  const { database, held, filling } = viewOf(place, []);
  const missing = [...(filling?.types ?? [])].filter((type) => types?.includes(type) ?? true);
  const outdated = missing.map((type) => ({
    type,
    resources: held.table.existing(type),
    says: `${type} is not indexed as this version has it: run \`searchlight rebuild\``,
  }));
  database.close();
  return outdated;
}

const markedIn = (place: Place): Marked[] => {
  const { database } = viewOf(place, []);
  const marked = snapshotsIn(database);
  database.close();
  return marked;
};

function assertOwn(place: Place, what: string): void {
  const own = fingerprintOf(place.catalog);
  if (markedIn(place).some(({ fingerprint }) => fingerprint === own)) return;
  throw new SearchlightError("bad-request", `${what}: nothing that this version with its plugins made is kept here`);
}

/** Deletes what other versions made, whether it counts or was left unfinished. */
function finish(place: Place): string[] {
  assertOwn(place, "nothing is deleted");
  const own = fingerprintOf(place.catalog);
  noting(place, (database) =>
    forgetSnapshots(
      database,
      snapshotsIn(database).filter(({ fingerprint }) => fingerprint !== own),
    ),
  );
  const folder = filesIn(place.directory).snapshot;
  const others = readdirSync(folder).filter((name) => name !== own);
  for (const name of others) rmSync(join(folder, name), { recursive: true, force: true });
  return others;
}

/**
 * Rebuilds the index of a data directory beside the service that writes there and searches it: run with the version and
 * plugins that come next. What the running one has is not touched.
 *
 * @throws SearchlightError `bad-configuration` when the types cannot be used
 */
export async function embeddedRebuilder({ directory, definitions }: EmbeddedRebuild): Promise<Rebuilder> {
  const { plugins } = (await import(definitions.href)) as { readonly plugins: readonly TypeDefinition[] };
  const place: Place = { directory, catalog: catalogOf(plugins) };
  return {
    outdated: async (types) => outdatedIn(place, types),
    rebuild: (types, telling) => make(place, types, telling),
    rollback: async (_, telling) => {
      assertOwn(place, "there is no way back");
      return make(place, [], telling);
    },
    finish: async () => finish(place),
    close: async () => {},
  };
}
