import { fitting, type Pace, type Room } from "../pace.ts";
import type { Batch } from "../source.ts";

/**
 * Where those who push batches of partitions meet those who pull them: half of what lies there when one comes is handed to him
 * as one, as much as the pace allows. The other half is for who comes next: one has his read and understood while another's is
 * being written. Those who push leave no more than two of a partition here: memory stays bounded.
 */
export type Handover = {
  readonly offer: (batch: Batch) => void;
  /** Takes back a batch that nobody took yet. */
  readonly withdraw: (batch: Batch) => void;
  /** Batches as they are offered, until `signal` aborts. */
  readonly taken: (signal: AbortSignal) => AsyncGenerator<Batch, void>;
};

const sizeOf = ({ records }: Batch): Room => ({
  records: records.length,
  bytes: records.reduce((sum, { value }) => sum + value.length, 0),
});

/** Several as one; acknowledged, each is. */
const together = (batches: readonly Batch[]): Batch => ({
  records: batches.flatMap(({ records }) => records),
  ack: async () => void (await Promise.all(batches.map(({ ack }) => ack()))),
});

/** An empty handover. The pace is told how long batches take until they are acknowledged. */
export const createHandover = (pace: Pace): Handover => {
  const offered = new Set<Batch>();
  let changed = Promise.withResolvers<void>();
  const change = (): void => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  /** Tells the pace how long it took until a batch was acknowledged. */
  const paced = ({ records, ack }: Batch): Batch => {
    const began = performance.now();
    return {
      records,
      ack: async () => {
        await ack();
        pace.took(records.length, performance.now() - began);
      },
    };
  };
  const take = (): Batch => {
    const lying = [...offered];
    const some = lying.slice(0, Math.min(Math.ceil(lying.length / 2), fitting(lying.map(sizeOf), pace.room())));
    for (const batch of some) offered.delete(batch);
    return together(some);
  };
  return {
    offer: (batch) => {
      offered.add(batch);
      change();
    },
    withdraw: (batch) => void offered.delete(batch),
    async *taken(signal) {
      signal.addEventListener("abort", change);
      try {
        while (!signal.aborted) {
          if (offered.size === 0) {
            await changed.promise;
            continue;
          }
          yield paced(take());
        }
      } finally {
        signal.removeEventListener("abort", change);
      }
    },
  };
};
