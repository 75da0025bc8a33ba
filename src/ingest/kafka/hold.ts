import type { Logger } from "../../log.ts";
import type { SourceRecord } from "../source.ts";
import type { Handover } from "./handover.ts";

/**
 * How to keep records while the worker has them. `beat` tells the group that we live, every `every` milliseconds, and
 * rejects when the partition is no longer ours. `commit` is done at the acknowledgement, unless `ours` says no by then.
 */
export type Holding = {
  readonly records: readonly SourceRecord[];
  readonly beat: () => Promise<void>;
  readonly every: number;
  readonly ours: () => boolean;
  readonly commit: () => Promise<void>;
  /** Aborts when we leave the group: then records still in hand are given up. */
  readonly left: AbortSignal;
  readonly handover: Handover;
  readonly log: Logger;
};

/**
 * Hands records over and waits for as long as it takes. True: acknowledged and committed. False: they come again.
 * An acknowledgement never fails, for what it says is true whoever has the partition by then.
 *
 * @throws what `beat` or `commit` did: the group has to be joined again
 */
export const hold = async (holding: Holding): Promise<boolean> => {
  const { records, beat, every, ours, commit, left, handover, log } = holding;
  const { promise: done, resolve, reject } = Promise.withResolvers<boolean>();
  let held = true;
  const batch = {
    records,
    ack: async (): Promise<void> => {
      if (held && ours()) return commit().then(() => resolve(true), reject);
      log.info(
        { from: records[0]?.from, count: records.length },
        "acknowledged too late to commit; the records come again",
      );
      resolve(false);
    },
  };
  handover.offer(batch);
  const beating = setInterval(() => void beat().catch(reject), every);
  // Taken away again below: what outlives the records must not hold them.
  const giveUp = (): void => resolve(false);
  left.addEventListener("abort", giveUp);
  if (left.aborted) giveUp();
  try {
    return await done;
  } finally {
    held = false;
    clearInterval(beating);
    left.removeEventListener("abort", giveUp);
    handover.withdraw(batch);
  }
};
