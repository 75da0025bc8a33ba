import { calmBelow } from "./calm.ts";
import { compaction } from "./compaction.ts";
import { drafts } from "./drafts.ts";
import type { IndexerData } from "./drafting-worker.ts";
import { haste } from "./haste.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { indexer } from "./indexer.ts";
import type { ThreadData } from "../threads/protocol.ts";
import { strides } from "./strides.ts";
import type { View } from "../opening/view.ts";

/** Where so many milliseconds nothing was written, the eighth of `recent` is more than every search should walk. */
const QUIET = 500;

/** Has segments made of what is written, and merged, in threads of their own, while searches go on. */
export type Indexing = {
  /** To be told how many changes were taken in. */
  readonly written: (changes: number) => void;
  /** How many resources were merged so far. */
  readonly merged: () => number;
  /** Begins segments and merges that are worthwhile now. */
  readonly look: (held: Holdings) => void;
  /** Has what was written taken in by strides, where much is, and at once where somebody waits for it; whether it goes by strides. */
  readonly stride: (view: View, when?: "now") => boolean;
  /** Whether the index goes by strides (see `Strides`). */
  readonly byStrides: () => boolean;
  /** Why a segment that was due was not made. */
  readonly trouble: () => unknown;
  readonly close: () => Promise<unknown>;
};

/** `recent`, `much`: as in `EmbeddedOptions`; where fewer than `recent` are written in some seconds, it is calm. */
export function indexing({ recent, much }: Pick<ThreadData, "recent" | "much">, data: IndexerData): Indexing {
  const calm = calmBelow(recent);
  const merging = compaction(calm.now);
  const thread = indexer(data);
  const making = drafts(thread);
  const going = strides(thread, haste(much), (view, changes) => {
    written(changes);
    look(view.held);
  });
  let news = performance.now();

  function written(changes: number): void {
    if (changes > 0) news = performance.now();
    calm.written(changes);
  }

  function look({ types }: Holdings): void {
    // Where the index goes by strides, what was taken in before is the only thing that is to be walked.
    const due = going.on() ? 0 : performance.now() - news > QUIET ? recent / 8 : recent;
    for (const holdings of types.values()) {
      making.look(holdings, due);
      merging.look(holdings);
    }
  }

  return {
    written,
    merged: merging.merged,
    look,
    stride(view, when) {
      going.look(view, when);
      return going.on();
    },
    byStrides: going.on,
    trouble: making.trouble,
    close: () => Promise.all([thread.close(), merging.close()]),
  };
}
