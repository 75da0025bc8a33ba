import { statSync } from "node:fs";
import { SearchlightError } from "../../../errors.ts";
import type { Catalog } from "../../catalog.ts";
import { ALL, type Holdings } from "./holdings/holdings.ts";
import type { Indexing } from "./indexing/indexing.ts";
import { catchUp, openView, UNREAD, type View } from "./opening/view.ts";
import { usingScratch } from "./sets/scratch.ts";
import { filesIn } from "./tables/files.ts";
import { inTransaction } from "./tables/state-table.ts";
import type { ThreadData } from "./threads/protocol.ts";

/** So many changes are taken in at least, however little time there is. */
const LEAST = 50;

/**
 * The index of a directory as it is read: opened when it is first needed, and again where the directory was exchanged (put back from
 * a copy, filled anew).
 */
export type Reading = {
  /** The view, where there is one already. */
  readonly view: () => View | undefined;
  /** The view. @throws SearchlightError `store-unavailable` where no writer has been yet */
  readonly current: () => View;
  readonly isExchanged: () => boolean;
  /** Leaves a view whose directory was exchanged: whoever reads next opens what is there now. */
  readonly leaveIfExchanged: () => void;
  /**
   * Does something with a view that is up to date, disk and index alike; or as nearly as it is after so many milliseconds and at
   * least so many changes; of 0 as it is.
   */
  readonly read: <T>(work: (held: Holdings) => T, milliseconds?: number, least?: number) => T;
  readonly close: () => void;
};

/** `segments` is told of what is taken in, and looks after it. */
export function readingOf(
  directory: string,
  catalog: Catalog,
  { recent, promptly }: Pick<ThreadData, "recent" | "promptly">,
  segments: Pick<Indexing, "written" | "look">,
): Reading {
  const path = filesIn(directory).database;
  let view: View | undefined;

  function current(): View {
    view ??= openView(directory, catalog, { recent, promptly });
    if (view) return view;
    throw new SearchlightError(
      "store-unavailable",
      `there is no index in ${directory} yet: start \`searchlight serve\` or \`ingest\` on that directory`,
    );
  }

  const isExchanged = (): boolean => view?.file !== statSync(path, { throwIfNoEntry: false })?.ino;

  function takeIn(view: View, milliseconds: number, least: number): void {
    const version = view.look();
    if (version === view.version && !view.behind) return;
    const until = performance.now() + milliseconds;
    const before = view.seen;
    // Before all that was there at first is taken in, and can be used, nothing is answered.
    catchUp(view, catalog, view.version === UNREAD ? ALL : { until, least });
    segments.written(Math.max(0, view.seen - before));
    view.version = version;
    segments.look(view.held);
  }

  return {
    view: () => view,
    current,
    isExchanged,
    leaveIfExchanged() {
      if (!view || !isExchanged()) return;
      view.database.close();
      view = undefined;
    },
    read(work, milliseconds = Infinity, least = LEAST) {
      const view = current();
      const inside = () => {
        if (milliseconds > 0) takeIn(view, milliseconds, least);
        return usingScratch(() => work(view.held));
      };
      return inTransaction(view.database, inside, "BEGIN");
    },
    close: () => view?.database.close(),
  };
}
