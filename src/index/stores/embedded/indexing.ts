import { calmBelow } from "./calm.ts";
import { compaction } from "./compaction.ts";
import { drafts } from "./drafts.ts";
import type { Holdings } from "./holdings.ts";

/** Where so many milliseconds nothing was written, the eighth of `recent` is more than every search should walk. */
const QUIET = 500;

/** Has segments made of what is recent, and merged, in threads of their own, while searches go on. */
export type Indexing = {
  /** To be told how many changes were taken in. */
  readonly written: (changes: number) => void;
  /** How many resources were merged so far. */
  readonly merged: () => number;
  /** Begins segments and merges that are worthwhile now. */
  readonly look: (held: Holdings) => void;
  /** Why a segment that was due was not made. */
  readonly trouble: () => unknown;
  readonly close: () => Promise<unknown>;
};

/** `recent`: so many changes of a type may wait; where fewer are written in some seconds, it is calm. `definitions`: as in `ThreadData`. */
export function indexing(recent: number, definitions: string): Indexing {
  const calm = calmBelow(recent);
  const merging = compaction(calm.now);
  const making = drafts(definitions);
  let news = performance.now();
  return {
    written(changes) {
      if (changes > 0) news = performance.now();
      calm.written(changes);
    },
    merged: merging.merged,
    look({ types }) {
      const due = performance.now() - news > QUIET ? recent / 8 : recent;
      for (const holdings of types.values()) {
        making.look(holdings, due);
        merging.look(holdings);
      }
    },
    trouble: making.trouble,
    close: () => Promise.all([making.close(), merging.close()]),
  };
}
