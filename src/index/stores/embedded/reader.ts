import { statSync } from "node:fs";
import { setImmediate as breath, setTimeout as sleep } from "node:timers/promises";
import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import type { Outdated } from "../../rebuild.ts";
import type { SearchAnswer } from "../../store.ts";
import type { Reader } from "./threads/engine.ts";
import { filesIn } from "./tables/files.ts";
import { freshnessIn } from "./tables/freshness-table.ts";
import { fill } from "./opening/filling.ts";
import { ALL, getIn, isFull, scanIn, searchIn, type Holdings } from "./holdings/holdings.ts";
import { indexing } from "./indexing/indexing.ts";
import { interruptible } from "./threads/interrupt.ts";
import type { ThreadData } from "./threads/protocol.ts";
import { usingScratch } from "./sets/scratch.ts";
import { saveSnapshot, sweepSnapshots } from "./opening/snapshot.ts";
import { inTransaction } from "./tables/state-table.ts";
import { suggestIn } from "./holdings/suggest.ts";
import { urgency } from "./threads/urgency.ts";
import { catchUp, openView, UNREAD, type View } from "./opening/view.ts";

/** How often a reader looks for what the writer wrote, in milliseconds: while something is written, and while nothing is. To wake up costs more than to look. */
const EVERY = 20;
const IDLE_EVERY = 100;

/** How often it looks at more than whether anything was written. */
const RARELY = 500;

/** So many milliseconds changes are taken into the index while more wait: then searches come in between. */
const SLICE = 2;

/** So many milliseconds where somebody waits until all is taken in: still short enough for searches in between. */
const AT_REFRESH = 20;

/** How often it is looked whether there is room for more, or more is there. */
const UNTIL_ROOM = 5;

/** So many changes may wait before they are taken in for longer at a time. */
const LAG = 500;

/** So many changes are taken in at least, however little time there is. */
const LEAST = 50;

/** So many changes are found at once by whoever wrote them, unless writing has gone on for so many milliseconds. */
const BURST = 250;
const STEADY = 1000;

/** So many resources of what was written before the start take about as long. */
const FILLED = 50;

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

/** Reads the directory that another thread or process writes to, at most `IDLE_EVERY` milliseconds behind it, or by strides a little more; before that one begins, it waits. */
export function openReader(
  directory: string,
  catalog: Catalog,
  { recent, much, worthSaving, promptly, definitions }: Omit<ThreadData, "role" | "directory">,
): Reader {
  const path = filesIn(directory).database;
  let view: View | undefined;
  let trouble: unknown;
  let quietAt = performance.now();
  let followedAt = quietAt;
  const segments = indexing({ recent, much }, { definitions, directory });
  let mergedBefore = 0;
  let closed = false;

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

  /** Reads from a view that is up to date, disk and index alike; or as nearly as it is after so many milliseconds; of 0 as it is. */
  function reading<T>(work: (held: Holdings) => T, milliseconds = Infinity, least = LEAST): T {
    const view = current();
    return inTransaction(
      view.database,
      () => {
        const version = view.look();
        if (milliseconds > 0 && (version !== view.version || view.behind)) {
          const until = performance.now() + milliseconds;
          const before = view.seen;
          // Before all that was there at first is taken in, and can be used, nothing is answered.
          catchUp(view, catalog, view.version === UNREAD ? ALL : { until, least });
          segments.written(Math.max(0, view.seen - before));
          view.version = version;
          segments.look(view.held);
        }
        return usingScratch(() => work(view.held));
      },
      "BEGIN",
    );
  }

  const isExchanged = ({ file }: View): boolean => file !== statSync(path, { throwIfNoEntry: false })?.ino;

  /** A directory that was exchanged (put back from a copy, filled anew) is opened again. */
  function leaveIfExchanged(): void {
    if (!view || !isExchanged(view)) return;
    view.database.close();
    view = undefined;
  }

  /** Takes in what was written, for so many milliseconds, and longer the more of it waits. */
  function follow(milliseconds: number): void {
    try {
      leaveIfExchanged();
      const lag = view ? view.held.table.last() - view.seen : 0;
      reading(() => {}, milliseconds * urgency(lag, LAG));
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
  }

  /** Indexes some more of what was written before the start and no snapshot had; whether there is more. */
  function goOnFilling(): boolean {
    const { filling } = view ?? {};
    if (!view || !filling || trouble !== undefined || isFull(view.held)) return false;
    try {
      reading((held) => {
        if (fill(held, filling, { most: FILLED, segment: Infinity }) < FILLED) view!.filling = undefined;
      }, SLICE);
    } catch (error) {
      trouble = error;
    }
    return view.filling !== undefined;
  }

  /** Whether nothing was written, and nothing is left to do: it is mostly so, and costs next to nothing to know. */
  function isIdle(): boolean {
    if (!view || view.behind || view.filling || trouble !== undefined) return false;
    if (performance.now() - followedAt >= RARELY) return false;
    try {
      return view.look() === view.version;
    } catch {
      return false; // whoever goes on finds out what is wrong, and says it
    }
  }

  /** Takes in some of what was written; whether there is more that can be taken in. */
  function goOn(): boolean {
    followedAt = performance.now();
    if (view && trouble === undefined && !isExchanged(view) && segments.stride(view)) return false;
    follow(SLICE);
    const filling = goOnFilling();
    if (view) segments.look(view.held);
    return trouble === undefined && (filling || (view !== undefined && view.behind && !isFull(view.held)));
  }

  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;
  /** Where more waits, it goes on as soon as what was asked meanwhile is answered. */
  function followOn(): void {
    const idle = isIdle();
    const more = !idle && goOn();
    if (!view?.behind) quietAt = performance.now();
    if (more) soon = setImmediate(followOn);
    else timer = setTimeout(followOn, idle ? IDLE_EVERY : EVERY);
  }
  follow(Infinity);
  timer = setTimeout(followOn, EVERY);

  /** Where for long more has waited than is taken in between two searches, or all of it comes by strides, no search waits for it as well. */
  function looking<T>(work: (held: Holdings) => T): T {
    if (view && segments.byStrides()) return reading(work, 0);
    if (performance.now() - quietAt < STEADY) return reading(work, SLICE, BURST);
    return reading(work, view?.behind ? 0 : SLICE);
  }

  /** What is read from disk alone is as it is now, whatever the index knows. */
  const fromDisk = <T>(work: (held: Holdings) => T): T => reading(work, 0);

  /** A page whose resources have changed beyond what the index knows of cannot be made: then all of it is taken in first. */
  function searching(search: (held: Holdings) => SearchAnswer): SearchAnswer {
    try {
      return looking(search);
    } catch (error) {
      if (!view?.behind && !segments.byStrides()) throw error;
      return reading(search);
    }
  }

  return {
    search: async (request, scope, flag) =>
      searching((held) => interruptible(flag, () => searchIn(held, request, scope))),
    suggest: async (request, scope, flag) =>
      looking((held) => interruptible(flag, () => suggestIn(held, request, scope))),
    get: async (ref, scope) => fromDisk((held) => getIn(held, ref, scope)),
    scanPage: async (type, cursor) => fromDisk((held) => scanIn(held, type, cursor)),
    freshness: async () => freshnessIn(current().database),
    statesOf: async (refs) => fromDisk(({ table }) => refs.map(table.read)),
    async refresh() {
      const last = current().held.table.last();
      for (;;) {
        if (closed) throw new SearchlightError("store-unavailable", "the index was closed: restart searchlight");
        if (view && view.seen >= last && segments.byStrides()) return;
        const strides = view !== undefined && segments.stride(view, "now");
        if (!strides) reading(() => {}, AT_REFRESH);
        if (!view || view.seen >= last || !(strides || view.behind)) return;
        if (segments.trouble() !== undefined) throw segments.trouble();
        // Who makes room has a low priority: to look all the time would keep it from doing so.
        await (strides || isFull(view.held) ? sleep(UNTIL_ROOM) : breath());
      }
    },
    async save() {
      // A directory that is gone, or never was, has nothing to be saved.
      if (!view || view.filling) return undefined;
      // The index is always that of some sequence: where it goes by strides, of that which it is at.
      if (!segments.byStrides()) reading(() => {});
      const merged = segments.merged();
      if (view.seen - view.saved + merged - mergedBefore < worthSaving) return undefined;
      view.saved = view.seen;
      mergedBefore = merged;
      return saveSnapshot(directory, view.held, view.seen);
    },
    sweep: async (marked, forgotten) => sweepSnapshots(directory, marked, forgotten),
    outdated: async () => outdatedIn(view),
    async ready() {
      const why = trouble ?? segments.trouble();
      if (why !== undefined) throw why;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearImmediate(soon);
      await segments.close();
      view?.database.close();
    },
  };
}
