import type { Logger } from "../../log.ts";
import type { Batch, SourceRecord } from "../source.ts";
import type { Handover } from "./handover.ts";
import { createLines, type Behind } from "./lines.ts";

/** Records of a partition, in the order of their offsets, and the offset to commit when they and all before them are done. */
export type Part = Behind & { readonly records: readonly SourceRecord[] };

/**
 * How to belong to a generation. `beat` tells the group that we live, every `every` milliseconds while records are in hand. `beat`
 * and `commit` reject when they could not: the first time `failed` is told the reason.
 */
export type Belonging = {
  readonly beat: () => Promise<void>;
  readonly every: number;
  readonly commit: (done: readonly Behind[]) => Promise<void>;
  readonly failed: (reason: unknown) => void;
  readonly handover: Handover;
  readonly log: Logger;
};

/** What a consumer has in hand between joining its group and joining it again: one generation of the group. */
export type Generation = {
  /**
   * Offers a part as soon as fewer than two of its partition are on their way: one is being written, the next lies there. False:
   * the generation is over, and the part comes again. @throws what `beat` or `commit` did: the group has to be joined again
   */
  readonly offer: (part: Part) => Promise<boolean>;
  /** It is over: takes back what nobody took, and commits nothing more. What was not committed comes again. */
  readonly end: () => void;
};

const ON_THEIR_WAY = 2;

/**
 * Commits what is due while anything is, in one request for what became due in the same turn; no two requests at a time.
 * Resolves when what was due by then is committed, or can not be any more: `failed` is told why.
 */
const createCommits = (
  due: () => readonly Behind[],
  commit: Belonging["commit"],
  failed: Belonging["failed"],
): (() => Promise<void>) => {
  let committing: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    await Promise.resolve();
    try {
      for (let some = due(); some.length > 0; some = due()) await commit(some);
    } catch (error) {
      failed(error);
    } finally {
      committing = undefined; // in the very turn in which nothing more was due
    }
  };
  return () => (committing ??= run());
};

/**
 * A generation that has just begun. Parts are acknowledged in any order, long after they were offered; offsets are committed in
 * theirs. An acknowledgement never fails, for what it says is true whoever has the partition by then.
 */
export const createGeneration = ({ beat, every, commit, failed, handover, log }: Belonging): Generation => {
  const lines = createLines();
  const inHand = new Set<Batch>();
  let changed = Promise.withResolvers<void>();
  const state: { over: boolean; failure?: { readonly reason: unknown } } = { over: false };
  const change = (): void => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const fail = (reason: unknown): void => {
    if (state.over || state.failure !== undefined) return;
    state.failure = { reason };
    change();
    failed(reason);
  };
  const committed = createCommits(() => (state.over ? [] : lines.due()), commit, fail);
  const batchOf = ({ records }: Part, done: () => void): Batch => {
    const batch: Batch = {
      records,
      ack: async () => {
        if (inHand.delete(batch)) {
          done();
          change();
          return committed();
        }
        const [what, late] = [{ from: records[0]?.from, count: records.length }, "acknowledged too late to commit"];
        log.info(what, `${late}; the records come again`);
      },
    };
    return batch;
  };
  const beating = setInterval(() => {
    if (inHand.size > 0) void beat().catch(fail);
  }, every);
  return {
    offer: async (part) => {
      while (!state.failure && !state.over && lines.before(part) >= ON_THEIR_WAY) await changed.promise;
      if (state.failure) throw state.failure.reason;
      if (state.over) return false;
      const batch = batchOf(part, lines.put(part));
      inHand.add(batch);
      handover.offer(batch);
      return true;
    },
    end: () => {
      state.over = true;
      clearInterval(beating);
      for (const batch of inHand) handover.withdraw(batch);
      inHand.clear();
      change();
    },
  };
};
