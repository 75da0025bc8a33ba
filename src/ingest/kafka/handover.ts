import type { Batch } from "../source.ts";

/**
 * Where those who push batches meet the one who pulls them. It holds one batch at most: memory stays bounded, and nobody
 * pushes the next before the last is acknowledged or withdrawn.
 */
export type Handover = {
  readonly offer: (batch: Batch) => void;
  /** Takes back a batch that nobody took yet. */
  readonly withdraw: (batch: Batch) => void;
  /** Batches as they are offered, until `signal` aborts. */
  readonly taken: (signal: AbortSignal) => AsyncGenerator<Batch, void>;
};

/** An empty handover. */
export const createHandover = (): Handover => {
  let offered: Batch | undefined;
  let changed = Promise.withResolvers<void>();
  const set = (batch: Batch | undefined): void => {
    offered = batch;
    changed.resolve();
    changed = Promise.withResolvers();
  };
  return {
    offer: set,
    withdraw: (batch) => {
      if (offered === batch) set(undefined);
    },
    async *taken(signal) {
      const wake = (): void => changed.resolve();
      signal.addEventListener("abort", wake);
      try {
        while (!signal.aborted) {
          const batch = offered;
          offered = undefined;
          if (batch === undefined) await changed.promise;
          else yield batch;
        }
      } finally {
        signal.removeEventListener("abort", wake);
      }
    },
  };
};
