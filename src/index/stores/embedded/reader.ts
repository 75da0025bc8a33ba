import { setImmediate as breath, setTimeout as sleep } from "node:timers/promises";
import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import type { Outdated } from "../../rebuild.ts";
import type { SearchAnswer } from "../../store.ts";
import { following, SLICE } from "./following.ts";
import { getIn, isFull, scanIn, searchIn, type Holdings } from "./holdings/holdings.ts";
import { suggestIn } from "./holdings/suggest.ts";
import { indexing } from "./indexing/indexing.ts";
import { saveSnapshot, sweepSnapshots } from "./opening/snapshot.ts";
import type { View } from "./opening/view.ts";
import { readingOf } from "./reading.ts";
import { tellEditions } from "./searching/telling.ts";
import { freshnessIn } from "./tables/freshness-table.ts";
import type { Reader } from "./threads/engine.ts";
import { interruptible } from "./threads/interrupt.ts";
import type { ThreadData } from "./threads/protocol.ts";

/** So many milliseconds where somebody waits until all is taken in: still short enough for searches in between. */
const AT_REFRESH = 20;

/** How often it is looked whether there is room for more, or more is there. */
const UNTIL_ROOM = 5;

/** So many changes are found at once by whoever wrote them, unless writing has gone on for so many milliseconds. */
const BURST = 250;
const STEADY = 1000;

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

/** Reads the directory that another thread or process writes to, a little behind it (see `following.ts`); before that one begins, it waits. */
export function openReader(
  directory: string,
  catalog: Catalog,
  { recent, much, worthSaving, promptly, definitions }: Omit<ThreadData, "role" | "directory">,
): Reader {
  const segments = indexing({ recent, much }, { definitions, directory });
  const reading = readingOf(directory, catalog, { recent, promptly }, segments);
  const follower = following(reading, segments);
  const { view, current, read } = reading;
  let mergedBefore = 0;
  let closed = false;

  /** Where for long more has waited than is taken in between two searches, or all of it comes by strides, no search waits for it as well. */
  function looking<T>(work: (held: Holdings) => T): T {
    if (view() && segments.byStrides()) return read(work, 0);
    if (follower.late() < STEADY) return read(work, SLICE, BURST);
    return read(work, view()?.behind ? 0 : SLICE);
  }

  /** What is read from disk alone is as it is now, whatever the index knows. */
  const fromDisk = <T>(work: (held: Holdings) => T): T => read(work, 0);

  /** A page whose resources have changed beyond what the index knows of cannot be made: then all of it is taken in first. */
  function searching(search: (held: Holdings) => SearchAnswer): SearchAnswer {
    try {
      return looking(search);
    } catch (error) {
      if (!view()?.behind && !segments.byStrides()) throw error;
      return read(search);
    }
  }

  /** Whether the index has all up to a sequence, or all that is there; takes in some more where not. */
  function reaches(last: number): boolean {
    if (closed) throw new SearchlightError("store-unavailable", "the index was closed: restart searchlight");
    const before = view();
    if (before && before.seen >= last && segments.byStrides()) return true;
    const strides = before !== undefined && segments.stride(before, "now");
    if (!strides) read(() => {}, AT_REFRESH);
    const after = current();
    return after.seen >= last || !(strides || after.behind);
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
      while (!reaches(last)) {
        if (segments.trouble() !== undefined) throw segments.trouble();
        // Who makes room has a low priority: to look all the time would keep it from doing so.
        await (segments.byStrides() || isFull(current().held) ? sleep(UNTIL_ROOM) : breath());
      }
    },
    async save() {
      const saved = view();
      // A directory that is gone, or never was, has nothing to be saved.
      if (!saved || saved.filling) return undefined;
      // The index is always that of some sequence: where it goes by strides, of that which it is at.
      if (!segments.byStrides()) read(() => {});
      const merged = segments.merged();
      if (saved.seen - saved.saved + merged - mergedBefore < worthSaving) return undefined;
      saved.saved = saved.seen;
      mergedBefore = merged;
      return saveSnapshot(directory, saved.held, saved.seen);
    },
    sweep: async (marked, forgotten) => sweepSnapshots(directory, marked, forgotten),
    outdated: async () => outdatedIn(view()),
    async ready() {
      const why = follower.trouble() ?? segments.trouble();
      if (why !== undefined) throw why;
    },
    async tellEditions(port) {
      tellEditions(port, () => {
        looking(() => {});
        const { file, held, behind, filling } = current();
        return { file, held, behind: behind || filling !== undefined || segments.byStrides() };
      });
    },
    async close() {
      closed = true;
      follower.close();
      await segments.close();
      reading.close();
    },
  };
}
