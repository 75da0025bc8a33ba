import { joined, UNKNOWN, type Freshness, type SourceProgress } from "./freshness.ts";
import type { IndexStore } from "./store.ts";

/**
 * Keeps account of how fresh an index is: of what this process does, and of what it or others told the store before.
 *
 * - `store`: the same store, whose applied operations count.
 * - `listed`: says what a listing of that time (in microseconds since 1970) told is in the index, whether or not it was news.
 * - `read`: says how far a source was read.
 * - `told`: never fails; when the store cannot say, what was known before is still true.
 */
export type Account = {
  readonly store: IndexStore;
  readonly listed: (observed: number) => void;
  readonly read: (progress: Omit<SourceProgress, "at">) => void;
  readonly told: () => Promise<Freshness>;
};

/** How old an account may be that answers tell, or that a crash leaves behind, in milliseconds. */
const BEHIND = 1000;

/** An account of a store. It never goes back, and never past now: a sender's clock may be wrong. */
export function accountOf(store: IndexStore, now: () => number = Date.now): Account {
  let own = UNKNOWN;
  let kept = UNKNOWN;
  let saving: NodeJS.Timeout | undefined;
  let unsaved = false;
  let saved = Promise.resolve();
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  /** What the store does not take now is part of what it is told next. */
  async function note(): Promise<void> {
    if (!unsaved) return;
    unsaved = false;
    await store.note(own).catch(() => (unsaved = true));
  }

  function save(): Promise<void> {
    clearTimeout(saving);
    saving = undefined;
    return (saved = saved.then(note));
  }

  function add(news: Freshness): void {
    own = joined(own, news);
    unsaved = true;
    saving ??= setTimeout(() => void save(), BEHIND).unref();
  }

  async function look(): Promise<void> {
    lookedAt = now();
    kept = joined(kept, await store.freshness().catch(() => UNKNOWN));
    looking = undefined;
  }

  return {
    store: {
      ...store,
      async apply(operations) {
        const outcomes = await store.apply(operations);
        const times = operations.flatMap(({ stamp }, i) => (outcomes[i]?.stored ? [stamp.observed / 1000] : []));
        const newest = times.reduce((a, b) => Math.max(a, b), -Infinity);
        if (times.length > 0) add({ asOf: Math.min(newest, now()), sources: [] });
        return outcomes;
      },
      async close() {
        await save();
        await store.close();
      },
    },
    listed: (observed) => add({ asOf: Math.min(observed / 1000, now()), sources: [] }),
    read: ({ source, position, newest }) => {
      const at = now();
      const before = own.sources.find((one) => one.source === source)?.position ?? 0;
      const time = newest === undefined ? undefined : Math.min(newest, at);
      add({ sources: [{ source, position: Math.max(position, before), newest: time, at }] });
    },
    async told() {
      if (Math.abs(now() - lookedAt) >= BEHIND) looking ??= look();
      await looking;
      return joined(kept, own);
    },
  };
}
