import type { Worker } from "node:worker_threads";
import { startBackground } from "./background-thread.ts";
import { beginDraft, endDraft } from "./drafting.ts";
import type { DraftResult } from "./drafting-worker.ts";
import { told } from "./protocol.ts";
import type { TypeHoldings } from "./type-holdings.ts";
import type { Unindexed } from "./unindexed.ts";

/** After a segment could not be made, none is begun for so many milliseconds: what is damaged stays so until somebody puts it right. */
const PAUSE = 1000;

/** Has segments made of what is recent in a thread of its own, while searches go on. */
export type Drafts = {
  /** Begins a segment of what is recent of a type, if that is more than `most` and none is being made. */
  readonly look: (holdings: TypeHoldings, most: number) => void;
  /** Why the last one was not made; undefined when it was. */
  readonly trouble: () => unknown;
  readonly close: () => Promise<unknown>;
};

type UnderWay = { readonly holdings: TypeHoldings; readonly kept: readonly Unindexed[]; readonly most: number };

/** `definitions`: as in `ThreadData`. */
export function drafts(definitions: string): Drafts {
  let worker: Worker | undefined;
  let trouble: unknown;
  let closed = false;
  let resume = -Infinity;
  /** In the order in which they are made. */
  const underWay: UnderWay[] = [];

  function started(): Worker {
    const worker = startBackground("drafting", definitions);
    worker.on("message", (result: DraftResult) => {
      const { holdings, kept, most } = underWay.shift()!;
      if (closed) return;
      if ("packed" in result) endDraft(holdings, kept, result.packed);
      else if (holdings.drafting === kept) holdings.drafting = undefined;
      trouble = "error" in result ? told(result.error) : undefined;
      if (trouble === undefined) look(holdings, most);
      else resume = performance.now() + PAUSE;
    });
    return worker;
  }

  function look(holdings: TypeHoldings, most: number): void {
    const job = closed || performance.now() < resume ? undefined : beginDraft(holdings, most);
    if (!job) return;
    underWay.push({ holdings, kept: holdings.drafting!, most });
    worker ??= started();
    worker.postMessage(job, []);
  }

  return {
    look,
    trouble: () => trouble,
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
