import { calmBelow } from "./calm.ts";
import { compaction } from "./compaction.ts";
import { goOnDrafting } from "./drafting.ts";
import type { Holdings } from "./holdings.ts";
import { urgency } from "./urgency.ts";

/** Where so many milliseconds nothing was written, the eighth of `recent` is more than every search should walk. */
const QUIET = 500;

/** Makes segments of what is recent, and merges them, while searches go on. */
export type Indexing = {
  /** To be told how many changes were taken in. */
  readonly written: (changes: number) => void;
  /** How many resources were merged so far. */
  readonly merged: () => number;
  /** Begins merges that are worthwhile now. */
  readonly look: (held: Holdings) => void;
  /** Makes some more of the segments that are due, for so many milliseconds each, and longer the more waits for it; whether there is more to make. */
  readonly goOn: (held: Holdings, milliseconds: number) => boolean;
  readonly close: () => Promise<unknown>;
};

/** `recent`: so many changes of a type may wait; where fewer are written in some seconds, it is calm. */
export function indexing(recent: number): Indexing {
  const calm = calmBelow(recent);
  const merging = compaction(calm.now);
  let news = performance.now();
  const look = ({ types }: Holdings): void => {
    for (const holdings of types.values()) merging.look(holdings);
  };
  return {
    written(changes) {
      if (changes > 0) news = performance.now();
      calm.written(changes);
    },
    merged: merging.merged,
    look,
    goOn(held, milliseconds) {
      const { recent, types } = held;
      const due = performance.now() - news > QUIET ? recent / 8 : recent;
      const began = performance.now();
      let more = false;
      for (const holdings of types.values()) {
        const until = began + milliseconds * urgency(holdings.recent.size, recent);
        more = goOnDrafting(holdings, due, until) || more;
      }
      look(held);
      return more;
    },
    close: merging.close,
  };
}
