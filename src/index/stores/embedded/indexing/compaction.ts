import type { Worker } from "node:worker_threads";
import { startBackground } from "./background-thread.ts";
import { eachSlot, without } from "../sets/bitset.ts";
import type { MergeJob, MergeResult } from "./compaction-worker.ts";
import { GONE } from "../columns/column-merge.ts";
import { dueSegments } from "./due.ts";
import { usingScratch } from "../sets/scratch.ts";
import { kill } from "../segments/type-index.ts";
import { leave } from "../threads/unused.ts";
import { heldIn, type Held, type TypeHoldings } from "../segments/type-holdings.ts";

/** Merges segments in a thread of its own, one merge at a time, while searches go on. */
export type Compaction = {
  /** Begins a merge of this type's segments, if one is worthwhile and none is under way. */
  readonly look: (holdings: TypeHoldings) => void;
  /** How many resources were merged so far. */
  readonly merged: () => number;
  readonly close: () => Promise<unknown>;
};

/** The merged segment in place of its parts; what died in them meanwhile is dead in it. */
function take(holdings: TypeHoldings, parts: readonly Held[], { packed, moved }: MergeResult, job: MergeJob): void {
  // Everything may have been read anew since: then the parts are no more, and nothing is to be replaced.
  if (!parts.every((part) => holdings.segments.includes(part))) return;
  const merged = heldIn(holdings.definition, packed);
  usingScratch(() => {
    for (const [i, part] of parts.entries()) {
      eachSlot(without(job.parts[i]!.live, part.live), (slot) => {
        const to = moved[i]![slot]!;
        if (to !== GONE) kill(merged, to);
      });
    }
  });
  holdings.segments = [merged, ...holdings.segments.filter((one) => !parts.includes(one))];
  for (const { packed } of parts) leave(packed.memory.byteLength);
}

/** `calm`: whether there is time for what can wait (see `dueSegments`). */
export function compaction(calm: () => boolean): Compaction {
  let worker: Worker | undefined;
  let merged = 0;
  let busy = false;
  let closed = false;

  function look(holdings: TypeHoldings): void {
    const parts = busy || closed ? [] : dueSegments(holdings.segments, calm());
    if (parts.length === 0) return;
    busy = true;
    worker ??= startBackground("compaction");
    const job: MergeJob = {
      parts: parts.map(({ packed, live }) => ({ packed, live: { ...live, words: live.words.slice() } })),
    };
    worker.once("message", (result: MergeResult) => {
      busy = false;
      if (closed) return;
      take(holdings, parts, result, job);
      merged += parts.reduce((sum, { alive }) => sum + alive, 0);
      look(holdings);
    });
    worker.postMessage(job, []);
  }

  return {
    look,
    merged: () => merged,
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
