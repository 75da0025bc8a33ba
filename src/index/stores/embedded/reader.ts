import { statSync } from "node:fs";
import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import type { Outdated } from "../../rebuild.ts";
import type { SearchAnswer } from "../../store.ts";
import { compaction } from "./compaction.ts";
import type { Reader } from "./engine.ts";
import { filesIn } from "./files.ts";
import { freshnessIn } from "./freshness-table.ts";
import { fill } from "./filling.ts";
import { getIn, scanIn, searchIn, type Holdings } from "./holdings.ts";
import { interruptible } from "./interrupt.ts";
import type { ThreadData } from "./protocol.ts";
import { usingScratch } from "./scratch.ts";
import { saveSnapshot, sweepSnapshots } from "./snapshot.ts";
import { inTransaction } from "./state-table.ts";
import { suggestIn } from "./suggest.ts";
import { catchUp, dataVersion, openView, type View } from "./view.ts";

/** How often a reader looks for what the writer wrote, in milliseconds. */
const EVERY = 20;

/** So many changes are taken into the index at a time while more wait: some milliseconds' work, so that searches come in between. */
const SLICE = 200;

/** Segments of what is indexed in the background have so many resources: every search walks what is in none yet. */
const IN_BACKGROUND = 1024;

/** What is to be said of what is not indexed yet. */
function outdatedIn(view: View | undefined): Outdated[] {
  if (!view?.filling) return [];
  return [...view.filling.types].map((type) => {
    const resources = view.held.table.existing(type);
    const says =
      `${resources} resources of ${type} are being indexed anew, for its definition or the version is another: searches say so ` +
      "until they are. Run `searchlight rebuild` with the new one before its next start, and they are found at once";
    return { type, resources, says };
  });
}

/** Reads the directory that another thread or process writes to, at most `EVERY` milliseconds behind it; before that one begins, it waits. */
export function openReader(
  directory: string,
  catalog: Catalog,
  { recent, worthSaving, promptly }: Pick<ThreadData, "recent" | "worthSaving" | "promptly">,
): Reader {
  const path = filesIn(directory).database;
  let view: View | undefined;
  let trouble: unknown;
  const merging = compaction();

  function current(): View {
    view ??= openView(directory, catalog, { recent, promptly });
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
        return usingScratch(() => work(view.held));
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

  /** Indexes some more of what was written before the start and no snapshot had; whether there is more. */
  function goOnFilling(): boolean {
    const { filling } = view ?? {};
    if (!view || !filling || trouble !== undefined) return false;
    try {
      reading((held) => {
        if (fill(held, filling, { most: SLICE, segment: IN_BACKGROUND }) < SLICE) view!.filling = undefined;
        for (const type of filling.types) merging.look(held.types.get(type)!);
      });
    } catch (error) {
      trouble = error;
    }
    return view.filling !== undefined;
  }
  let timer: NodeJS.Timeout | undefined;
  /** Where more waits, it goes on as soon as what was asked meanwhile is answered. */
  function followOn(): void {
    follow(SLICE);
    const more = goOnFilling();
    timer = setTimeout(followOn, (view?.behind || more) && trouble === undefined ? 0 : EVERY);
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
      if (!view || view.filling) return undefined;
      reading(() => {});
      if (view.seen - view.saved < worthSaving) return undefined;
      view.saved = view.seen;
      return saveSnapshot(directory, view.held, view.seen);
    },
    sweep: async (marked, forgotten) => sweepSnapshots(directory, marked, forgotten),
    outdated: async () => outdatedIn(view),
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
