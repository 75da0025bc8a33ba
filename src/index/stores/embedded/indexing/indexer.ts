import type { Worker } from "node:worker_threads";
import { startBackground } from "./background-thread.ts";
import type { DraftJob } from "./drafting.ts";
import type { IndexerData, Made } from "./drafting-worker.ts";
import type { Packed } from "../segments/pack.ts";
import { told } from "../threads/protocol.ts";
import type { Stride, StrideJob } from "./stride.ts";

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void };

/** The thread that makes segments: one job after the other, in the order in which they are asked for. Begins with the first. */
export type Indexer = {
  readonly draft: (job: DraftJob) => Promise<Packed>;
  readonly stride: (job: StrideJob) => Promise<Stride>;
  /** What was asked for before or is afterwards is never answered. */
  readonly close: () => Promise<unknown>;
};

export function indexer(data: IndexerData): Indexer {
  let worker: Worker | undefined;
  let closed = false;
  const asked: Waiting[] = [];

  function started(): Worker {
    const worker = startBackground("drafting", data);
    worker.on("message", (made: Made) => {
      const { resolve, reject } = asked.shift()!;
      if (closed) return;
      if ("error" in made) reject(told(made.error));
      else resolve(made.value as never);
    });
    return worker;
  }

  const ask = <T>(job: { readonly draft: DraftJob } | { readonly stride: StrideJob }): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) return;
      asked.push({ resolve, reject });
      worker ??= started();
      worker.postMessage(job, []);
    });

  return {
    draft: (draft) => ask({ draft }),
    stride: (stride) => ask({ stride }),
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
