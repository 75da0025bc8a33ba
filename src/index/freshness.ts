import type { IndexStore } from "./store.ts";

/**
 * How far one source has been read: all before `position` is in the index or among the dead letters. Times are milliseconds
 * since 1970: the newest record's own (undefined where records tell none), and when it was read.
 */
type SourceProgress = {
  readonly source: string;
  readonly position: number;
  readonly newest: number | undefined;
  readonly at: number;
};

/**
 * How fresh the index is, as far as one process can say. `asOf`: the time of the newest event or listing that this process
 * has applied, in milliseconds since 1970; undefined where it has applied none since it started.
 */
export type Freshness = { readonly asOf: number | undefined; readonly sources: readonly SourceProgress[] };

/** Keeps account of what a process does. It never goes back, and never past now: a sender's clock may be wrong. */
export type Account = {
  /** A store whose applied operations count. */
  readonly of: (store: IndexStore) => IndexStore;
  readonly read: (progress: Omit<SourceProgress, "at">) => void;
  readonly told: () => Freshness;
};

export function accountOf(now: () => number = Date.now): Account {
  const sources = new Map<string, SourceProgress>();
  let newest = -Infinity;
  return {
    of: (store) => ({
      ...store,
      async apply(operations) {
        const outcomes = await store.apply(operations);
        for (const [i, { stamp }] of operations.entries())
          if (outcomes[i]?.stored) newest = Math.max(newest, Math.min(stamp.observed / 1000, now()));
        return outcomes;
      },
    }),
    read: (progress) => {
      const position = Math.max(progress.position, sources.get(progress.source)?.position ?? 0);
      const at = now();
      const newest = progress.newest === undefined ? undefined : Math.min(progress.newest, at);
      sources.set(progress.source, { source: progress.source, position, newest, at });
    },
    told: () => ({
      asOf: newest === -Infinity ? undefined : newest,
      sources: [...sources.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1)),
    }),
  };
}
